import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeAdminKey } from "@/scripts/test/admin-key";
import { type Balancer, startBalancer } from "@/scripts/test/balancer";
import { startTestServer, type TestServer } from "@/scripts/test/test-server";
import { type ThrowAway, throwAwayDatabase } from "@/scripts/test/throw-away-database";

const CLIENTS = 8;

let database: ThrowAway;
let instances: TestServer[];
let balancer: Balancer;
let client: pg.Client;

const secret = () => randomBytes(32).toString("base64");
const shared = {
  NEXTAUTH_SECRET: secret(),
  SECRETS_KEY: `1:${secret()}`,
  RATE_LIMIT_PER_MINUTE: "1000000",
  LOG_LEVEL: "warn",
};
const start = (name: string) => startTestServer(database.url, { ...shared, name: `rolling-${name}` });
const portOf = (instance: TestServer | undefined) => Number(new URL(instance?.env.BASE_URL as string).port);

beforeAll(async () => {
  database = await throwAwayDatabase();
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
  instances = await Promise.all(["a", "b", "c"].map(start));
  balancer = await startBalancer(instances.map(portOf));
});

afterAll(async () => {
  balancer?.close();
  await Promise.all((instances ?? []).map((instance) => instance.stop()));
  await client?.end();
  await database?.remove();
});

describe("instances on one database", () => {
  test("that start together on an empty one migrate it once", async () => {
    const { rows } = await client.query(
      "SELECT count(*)::int AS all, count(DISTINCT migration_name)::int AS names FROM _prisma_migrations",
    );
    expect(rows[0].all).toBeGreaterThan(0);
    expect(rows[0].names).toBe(rows[0].all);
  });

  test("wait for one that migrates for longer than their role lets statements take", async () => {
    const direct = new URL(database.url);
    direct.searchParams.set("options", "-c statement_timeout=1000");
    await client.query("SELECT pg_advisory_lock(hashtext('prepzo: migrations and demo data'))");
    const late = startTestServer(database.url, {
      ...shared,
      name: "rolling-late",
      DATABASE_DIRECT_URL: direct.href,
    });
    const waiting = `SELECT 1 FROM pg_locks JOIN pg_stat_activity USING (pid)
      WHERE locktype = 'advisory' AND NOT granted AND query_start < now() - interval '2 seconds'`;
    await expect.poll(async () => (await client.query(waiting)).rowCount, { interval: 200 }).toBe(1);
    await client.query("SELECT pg_advisory_unlock_all()");
    await (await late).stop();
  });

  test("can be restarted one after the other under load without a failed call", async () => {
    const key = await makeAdminKey(instances[0]?.env as Record<string, string>);
    const headers = { Authorization: `Bearer ${key}`, "Content-Type": "application/json" };
    const done = new AbortController();
    const failures: unknown[] = [];
    let [made, read] = [0, 0];

    async function work(): Promise<void> {
      while (!done.signal.aborted) {
        const name = randomBytes(8).toString("hex");
        const body = JSON.stringify({ full_name: name, email: `${name}@example.test` });
        const created = await fetch(`${balancer.url}/api/v1/candidates`, { method: "POST", headers, body });
        if (created.status === 201) made++;
        else failures.push(created.status);
        const { data } = (await created.json()) as { data: { id: string } };
        const found = await fetch(`${balancer.url}/api/v1/candidates/${data.id}`, { headers });
        if (found.status === 200) read++;
        else failures.push(found.status);
        await found.arrayBuffer();
      }
    }

    const clients = Array.from({ length: CLIENTS }, () =>
      work().catch((error) => failures.push(error.cause ?? error)),
    );
    for (const [index, old] of instances.entries()) {
      await old.stop();
      instances[index] = await start(`${index}-again`);
      balancer.targets = instances.map(portOf);
    }
    done.abort();
    await Promise.all(clients);

    expect(failures).toEqual([]);
    expect(read).toBe(made);
    const { rows } = await client.query("SELECT count(*)::int AS rows FROM candidates");
    expect(rows[0].rows).toBe(made);
    expect(made).toBeGreaterThan(100);
  });

  test("share what is done again and again: where the one that does it is killed, another goes on, once", async () => {
    const key = await makeAdminKey(instances[1]?.env as Record<string, string>);
    const headers = { Authorization: `Bearer ${key}`, "Content-Type": "application/json" };
    const make = async (name: string) => {
      const expires_at = new Date(Date.now() + 2_000).toISOString();
      const body = JSON.stringify({ name, scopes: ["jobs:read"], expires_at });
      const answer = await fetch(`${instances[1]?.env.BASE_URL}/api/v1/api-keys`, {
        method: "POST",
        headers,
        body,
      });
      return ((await answer.json()) as { data: { id: string } }).data.id;
    };
    const timesNoted = async (id: string) => {
      const { rowCount } = await client.query(
        "SELECT 1 FROM audit_entries WHERE target_id = $1 AND action = 'api_key.expired'",
        [id],
      );
      return rowCount;
    };
    const notedOnceDue = async (id: string) => {
      await client.query("UPDATE chores SET due_at = now()");
      return timesNoted(id);
    };
    const everyHalfSecond = { interval: 500 };

    const ids: string[] = [];
    // The last only shows that the chore was done again after it had noted the others.
    for (const dying of [0, 2, null]) {
      if (dying !== null) await instances[dying]?.kill();
      const id = await make(dying === null ? "Ends last" : `Ends when instance ${dying} is gone`);
      await expect.poll(() => notedOnceDue(id), everyHalfSecond).toBe(1);
      ids.push(id);
    }
    for (const id of ids) expect(await timesNoted(id)).toBe(1);
  });
});
