import pg from "pg";
import { vi } from "vitest";

export type Statement = { text: string; values: unknown[] };

/** Runs something in this process and returns the SQL statements that it sent to the database, in order. */
export async function statementsOf(run: () => Promise<unknown>): Promise<Statement[]> {
  const query = vi.spyOn(pg.Client.prototype, "query");
  try {
    await run();
    const sent = query.mock.calls as unknown as [string | { text: string; values?: unknown[] }][];
    return sent.map(([one]) => ({ values: [], ...(typeof one === "string" ? { text: one } : one) }));
  } finally {
    query.mockRestore();
  }
}
