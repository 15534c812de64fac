import { randomUUID } from "node:crypto";
import { test as base, type Page } from "@playwright/test";
import pg from "pg";
import { tcpProxy } from "@/scripts/test/tcp-proxy";
import { startTestServer } from "@/scripts/test/test-server";
import { throwAwayDatabase } from "@/scripts/test/throw-away-database";

/** A server of the test's own, on a database of its own, of which parts or all can be taken away. */
export type Failing = {
  /** The address of a path on it. */
  at(path: string): string;
  /** Who can sign in there. */
  person: { email: string; password: string };
  /** Takes a table away while `work` runs. */
  without(table: string, work: () => Promise<void>): Promise<void>;
  /** Takes the database away for good. */
  cut(): void;
};

export const test = base.extend<{ failing: Failing }>({
  failing: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern
    async ({}, use) => {
      const database = await throwAwayDatabase();
      const through = new URL(database.url);
      const proxy = await tcpProxy(Number(through.port));
      through.port = String(proxy.port);
      const person = { email: "robin@example.test", password: `${randomUUID()} opens the door` };
      const server = await startTestServer(through.href, {
        name: `failing-${randomUUID()}`,
        SEED_DEMO: "1",
        DEMO_EMAIL: person.email,
        DEMO_PASSWORD: person.password,
      });
      const client = new pg.Client({ connectionString: database.url });
      await client.connect();
      await use({
        at: (path) => server.env.BASE_URL + path,
        person,
        async without(table, work) {
          await client.query(`ALTER TABLE ${table} RENAME TO away`);
          await work().finally(() => client.query(`ALTER TABLE away RENAME TO ${table}`));
        },
        cut: () => proxy.close(),
      });
      await client.end();
      await server.stop();
      proxy.close();
      await database.remove();
    },
    { timeout: 120_000 },
  ],
});

/** Makes the browser one that lacks what the frame of every page is built on. */
export async function outdate(page: Page): Promise<void> {
  await page.addInitScript(() => Object.defineProperty(window, "matchMedia", { value: undefined }));
}
