import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Browser, freshAddress } from "@/lib/testing/browser";
import { makeAdminKey } from "@/scripts/test/admin-key";
import { type RedisServer, startRedis } from "@/scripts/test/redis-server";
import { startTestServer, type TestServer } from "@/scripts/test/test-server";
import { type ThrowAway, throwAwayDatabase } from "@/scripts/test/throw-away-database";

let database: ThrowAway;
let redis: RedisServer;
let instances: TestServer[];

beforeAll(async () => {
  database = await throwAwayDatabase();
  redis = await startRedis();
  const secret = () => randomBytes(32).toString("base64");
  const shared = {
    REDIS_URL: redis.url,
    NEXTAUTH_SECRET: secret(),
    SECRETS_KEY: `1:${secret()}`,
  };
  // One after the other: the second finds the database prepared.
  instances = [
    await startTestServer(database.url, { name: "cluster-a", ...shared }),
    await startTestServer(database.url, { name: "cluster-b", ...shared }),
  ];
});

afterAll(async () => {
  await Promise.all((instances ?? []).map((instance) => instance.stop()));
  await redis?.kill();
  await database?.remove();
});

/** The address of the instance that a balancer would choose for the nth request. */
const base = (nth: number) => instances[nth % 2]?.env.BASE_URL as string;
const freshKey = () => makeAdminKey(instances[0]?.env as Record<string, string>);

/** Sends so many requests at once, to both in turn, and counts the answers by status. */
async function answers(times: number, key: string, address = freshAddress()) {
  const statuses: Record<number, number> = {};
  const one = async (nth: number) => {
    const headers = { Authorization: `Bearer ${key}`, "X-Forwarded-For": address };
    const { status } = await fetch(`${base(nth)}/api/v1/candidates?limit=1`, { headers });
    statuses[status] = (statuses[status] ?? 0) + 1;
  };
  await Promise.all(Array.from({ length: times }, (_, nth) => one(nth)));
  return statuses;
}

describe("two instances with a Redis", () => {
  test("let exactly as many calls of an organization through as its plan allows", async () => {
    expect(await answers(300, await freshKey())).toEqual({ 200: 100, 429: 200 });
  });

  test("count an address's failed authentications together", async () => {
    expect(await answers(150, "pk_live_nothing")).toEqual({ 401: 100, 429: 50 });
  });

  test("count tries at a password together", async () => {
    const address = freshAddress();
    const tries = Array.from({ length: 14 }, async (_, nth) => {
      const browser = new Browser(address, base(nth));
      return (await browser.signIn("nobody@example.test", "not the password", { json: "true" })).status;
    });
    const statuses = await Promise.all(tries);
    expect(statuses.filter((status) => status === 429)).toHaveLength(4);
  });
});

describe("two instances whose Redis", () => {
  test("crashes answer every call and count for themselves, and together again when it is back", async () => {
    const key = await freshKey();
    await redis.kill();
    expect(await answers(240, key)).toEqual({ 200: 200, 429: 40 });
    await redis.start();
    await expect
      .poll(async () => answers(300, await freshKey()), { timeout: 60_000, interval: 1_000 })
      .toEqual({ 200: 100, 429: 200 });
  });

  test("stops answering answer every call", async () => {
    const key = await freshKey();
    redis.freeze();
    expect(await answers(80, key)).toEqual({ 200: 80 });
    redis.thaw();
  });
});
