import pg from "pg";
import { vi } from "vitest";
import { db } from "@/lib/db";

/**
 * Keeps the writes of an organization from committing: each goes as far as its place in the audit trail, the last that
 * it takes, and waits there. `waiting` returns once so many writes wait, for this or for each other.
 */
export async function holdTrail(organizationId: string) {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  const { rows } = await client.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
  const holder = rows[0]?.pid as number;
  await client.query("BEGIN");
  await client.query(
    `INSERT INTO audit_heads (organization_id, seq, link) VALUES ($1, 0, '')
     ON CONFLICT (organization_id) DO UPDATE SET seq = audit_heads.seq`,
    [organizationId],
  );
  return {
    waiting: (count: number) => vi.waitUntil(async () => (await held(holder)) >= count, { timeout: 10_000 }),
    async letGo() {
      await client.query("ROLLBACK");
      await client.end();
    },
  };
}

async function held(holder: number): Promise<number> {
  const [row] = await db().$queryRaw<[{ count: number }]>`
    WITH RECURSIVE held AS (
      SELECT pid FROM pg_stat_activity WHERE ${holder}::int = ANY(pg_blocking_pids(pid))
       UNION
      SELECT a.pid FROM pg_stat_activity a JOIN held ON held.pid = ANY(pg_blocking_pids(a.pid))
    )
    SELECT count(*)::int FROM held`;
  return row.count;
}
