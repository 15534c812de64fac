import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Redis } from "ioredis";
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from "vitest";
import { redis as connection, redisReady } from "@/lib/redis";
import { sharedLimiter, spend } from "@/lib/shared-limiter";
import { Browser, freshAddress } from "@/lib/testing/browser";
import { root } from "@/scripts/root";
import { makeAdminKey } from "@/scripts/test/admin-key";
import { type RedisServer, startRedis } from "@/scripts/test/redis-server";
import { startTestServer, type TestServer } from "@/scripts/test/test-server";
import { type ThrowAway, throwAwayDatabase } from "@/scripts/test/throw-away-database";

const NAMES = ["cluster-a", "cluster-b"] as const;

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
    await startTestServer(database.url, { name: NAMES[0], ...shared }),
    await startTestServer(database.url, { name: NAMES[1], ...shared }),
  ];
  // What both do for the first time takes them longer than Redis may.
  await answers(2, await freshKey());
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

const countingTogether = () =>
  expect
    .poll(async () => answers(300, await freshKey()), { timeout: 60_000, interval: 1_000 })
    .toEqual({ 200: 100, 429: 200 });

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

describe("a counter in Redis", () => {
  beforeAll(async () => {
    vi.stubEnv("REDIS_URL", redis.url);
    vi.stubEnv("DATABASE_URL", database.url);
    vi.stubEnv("NEXTAUTH_SECRET", "only for this test");
    vi.stubEnv("SECRETS_KEY", `1:${randomBytes(32).toString("base64")}`);
    await redisReady();
    return () => connection()?.disconnect();
  });

  test("gives nothing back to whom it does not know, nor more than it has counted", async () => {
    const limiter = sharedLimiter("test:rewards", { points: 10, duration: 60 });
    await limiter.reward("unknown", 5);
    expect(await limiter.get("unknown")).toMatchObject({ consumedPoints: 0 });
    await limiter.consume("known", 3);
    await limiter.reward("known", 5);
    expect(await limiter.get("known")).toMatchObject({ consumedPoints: 0 });
  });

  test("lets nobody gain by what is refused just where a window ends", async () => {
    const [points, duration] = [10, 3];
    const limiter = sharedLimiter("test:edges", { points, duration });
    const began = performance.now();
    const seconds = () => (performance.now() - began) / 1_000;
    const tries: Promise<number>[] = [];
    while (seconds() < duration + 0.2) {
      for (let i = 0; i < 100; i++)
        tries.push(
          spend(limiter, "anybody").then(
            () => 1,
            () => 0,
          ),
        );
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    const passed = (await Promise.all(tries)).reduce((sum, one) => sum + one, 0);
    expect(passed).toBeGreaterThan(0);
    expect(passed).toBeLessThanOrEqual(points * Math.ceil(seconds() / duration));
  });
});

describe("two instances whose Redis", () => {
  test("refuses to write answer every call, count for themselves and log it, and together again when it is not", async () => {
    const key = await freshKey();
    const admin = new Redis(redis.url);
    onTestFinished(() => admin.disconnect());
    await admin.replicaof("127.0.0.1", 1);
    expect(await answers(240, key)).toEqual({ 200: 200, 429: 40 });
    for (const name of NAMES) {
      const log = await readFile(join(root, `test-results/${name}.log`), "utf8");
      expect(log).toContain("READONLY");
    }
    await admin.replicaof("NO", "ONE");
    await countingTogether();
  });

  test("crashes answer every call and count for themselves, and together again when it is back", async () => {
    const key = await freshKey();
    await redis.kill();
    expect(await answers(240, key)).toEqual({ 200: 200, 429: 40 });
    await redis.start();
    await countingTogether();
  });

  test("stops answering answer every call and count for themselves", async () => {
    const key = await freshKey();
    redis.freeze();
    onTestFinished(() => redis.thaw());
    expect(await answers(240, key)).toEqual({ 200: 200, 429: 40 });
  });
});
