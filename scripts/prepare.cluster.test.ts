import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { root } from "./root";
import { makeAdminKey } from "./test/admin-key";
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

test("a start with a SECRETS_KEY that the database was not written with says so", async () => {
  const first = await startTestServer(database.url, { name: "own-key" });
  await makeAdminKey(first.env);
  await first.stop();
  const { SECRETS_KEY = "" } = first.env;
  const another = randomBytes(32).toString("base64");
  for (const [name, key, warned] of [
    ["same-key", SECRETS_KEY, false],
    ["newer-key", `${SECRETS_KEY},2:${another}`, false],
    ["other-key", `1:${another}`, true],
    ["replaced-key", `2:${another}`, true],
  ] as const) {
    await (await startTestServer(database.url, { name, SECRETS_KEY: key })).stop();
    const log = readFileSync(join(root, `test-results/${name}.log`), "utf8");
    expect({ name, warned: log.includes("SECRETS_KEY is not the one") }).toEqual({ name, warned });
  }
});
