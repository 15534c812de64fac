import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Pooler, startPooler } from "./test/pgbouncer";
import { startTestServer } from "./test/test-server";
import { type ThrowAway, throwAwayDatabase } from "./test/throw-away-database";

let database: ThrowAway;
let pooler: Pooler;

beforeAll(async () => {
  database = await throwAwayDatabase();
  pooler = await startPooler(database.url);
});

afterAll(async () => {
  await pooler?.stop();
  await database?.remove();
});

async function count(query: string): Promise<number> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const { rows } = await client
    .query(`SELECT count(*)::int AS count FROM ${query}`)
    .finally(() => client.end());
  return rows[0].count;
}

test("starts that lead through a pooler by mistake migrate once, and leave no lock that keeps out the next", async () => {
  const starts = ["a", "b"].map((name) => startTestServer(pooler.url, { name: `pooled-${name}` }));
  const servers = await Promise.all(starts);
  // The embedded server's own users hold another, which is shared.
  expect(await count("pg_locks WHERE locktype = 'advisory' AND mode = 'ExclusiveLock'")).toBe(0);
  const migrations = await count("_prisma_migrations");
  expect(migrations).toBeGreaterThan(0);
  expect(await count("(SELECT DISTINCT migration_name FROM _prisma_migrations) AS names")).toBe(migrations);
  await Promise.all(servers.map((server) => server.stop()));
});
