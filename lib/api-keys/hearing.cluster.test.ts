import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Pooler, startPooler } from "@/scripts/test/pgbouncer";
import { type ThrowAway, throwAwayDatabase } from "@/scripts/test/throw-away-database";
import { hearsChanges, listenForChanges } from "./hearing";

const BEATS = 5;

let database: ThrowAway;
let other: ThrowAway;
let pooler: Pooler;
let client: pg.Client;

beforeAll(async () => {
  database = await throwAwayDatabase();
  other = await throwAwayDatabase();
  pooler = await startPooler(database.url);
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
});

afterAll(async () => {
  await client?.end();
  await pooler?.stop();
  await Promise.all([database?.remove(), other?.remove()]);
});

test.each([
  { name: "LISTENs behind a transaction pooler, which keeps notifications back", ear: () => pooler.url },
  { name: "LISTENs at another database than the writers'", ear: () => other.url },
])("an instance that $name never counts as hearing", async ({ ear }) => {
  const trusted: boolean[] = [];
  const beats = new Set<string>();
  const ears = listenForChanges({ ear: ear(), mouth: pooler.url }, () => undefined);
  await expect
    .poll(async () => {
      trusted.push(hearsChanges());
      const { rows } = await client.query(
        "SELECT query_start::text AS at FROM pg_stat_activity WHERE query LIKE 'SELECT pg_notify%'",
      );
      for (const { at } of rows) beats.add(at);
      return beats.size;
    })
    .toBeGreaterThanOrEqual(BEATS);
  ears.stop();
  expect(trusted).not.toContain(true);
});

test("one that LISTENs past the pooler hears what is said through it", async () => {
  const ears = listenForChanges({ ear: database.url, mouth: pooler.url }, () => undefined);
  await expect.poll(hearsChanges).toBe(true);
  ears.stop();
});
