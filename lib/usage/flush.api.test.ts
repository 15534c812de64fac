import { randomUUID, randomUUIDv7 } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { NOWHERE, person } from "@/lib/access/actor";
import { db } from "@/lib/db";
import { call } from "@/lib/testing/call";
import { type Key, makeKey, makePerson, type Person } from "@/lib/testing/seed";
import type { Batch } from "./batch";
import { UsageBuffer } from "./buffer";
import type { Call } from "./call";
import { flushUsage, waitingCalls } from "./flush";
import { usageOf } from "./read";
import { recordCall } from "./record";
import { write } from "./write";

let owner: Person;
let outside: pg.Client;
beforeAll(async () => {
  owner = await makePerson();
  const { DATABASE_URL, DATABASE_DIRECT_URL } = process.env;
  // It holds a lock from one statement to the next, which a pooler would give to another.
  outside = new pg.Client({ connectionString: DATABASE_DIRECT_URL ?? DATABASE_URL });
  await outside.connect();
});
afterAll(() => outside.end());

const callOf = ({ id }: Pick<Key, "id">, fields: Partial<Call> = {}): Call => ({
  requestId: randomUUIDv7(),
  organizationId: owner.organization_id,
  keyId: id,
  dead: false,
  admitted: true,
  at: new Date(),
  durationMs: 3,
  method: "GET",
  path: "/jobs",
  status: 200,
  address: "203.0.113.7",
  userAgent: "curl/8.5.0",
  scopes: ["jobs:read"],
  ...fields,
});
const record = (key: Pick<Key, "id">, fields: Partial<Call> = {}) => recordCall(callOf(key, fields));
const usage = (key: Key) => usageOf(person(owner, NOWHERE), key.id, 7, new Date());
const batchOf = (calls: Call[]): Batch => {
  const buffer = new UsageBuffer();
  for (const each of calls) buffer.add(each);
  return buffer.batch();
};
const store = (batch: Batch, writer = randomUUID(), number = 1) =>
  db().$transaction((tx) => write(tx, writer, number, batch));

describe("a flush", () => {
  test("that fails keeps what it holds; the next writes it, and what came meanwhile, once", async () => {
    const key = await makeKey(owner, ["read"]);
    const began = new Date();
    // Whoever writes usage now waits, and is then cut off in the middle of its transaction.
    await outside.query("SELECT pg_advisory_lock(hashtextextended('usage', 0))");
    record(key);
    const failing = expect(flushUsage()).rejects.toThrow();
    let over = false;
    failing.finally(() => {
      over = true;
    });
    await expect.poll(() => cutOffWaiting().then(() => over)).toBe(true);
    record(key, { status: 404 });
    await failing;
    expect(waitingCalls()).toBe(2);
    expect((await usage(key)).total).toBe(0);
    const { failed_at } = await db().usageWriter.findFirstOrThrow({
      where: { failed_at: { gte: began } },
    });
    expect(failed_at).toBeInstanceOf(Date);

    await outside.query("SELECT pg_advisory_unlock(hashtextextended('usage', 0))");
    await flushUsage();
    await flushUsage();
    expect(waitingCalls()).toBe(0);
    const { total, by_day, endpoints, last_hour } = await usage(key);
    expect(total).toBe(2);
    expect(by_day.at(-1)).toMatchObject({ ok: 1, client_error: 1 });
    expect([endpoints[0]?.calls, last_hour.calls]).toEqual([2, 2]);
  });

  test("adds to what another instance counts of the same key", async () => {
    const key = await makeKey(owner, ["read"]);
    for (let n = 0; n < 5; n++) {
      await call(key.key, "/jobs", { address: "203.0.113.7" });
      record(key);
    }
    await flushUsage();
    await expect.poll(async () => (await usage(key)).total).toBe(10);
    expect((await usage(key)).last_hour.addresses).toMatchObject([{ address: "203.0.113.7", calls: 10 }]);
  });

  test("that many make at once counts exactly: nobody waits for each other", async () => {
    const keys = await Promise.all([1, 2, 3].map(() => makeKey(owner, ["read"])));
    const forth = keys.map((key) => callOf(key));
    const back = forth.toReversed();
    await Promise.all(
      [forth, back, forth, back, forth, back].map((calls) => store({ ...batchOf(calls), requests: [] })),
    );
    expect(await Promise.all(keys.map(async (key) => (await usage(key)).total))).toEqual([6, 6, 6]);
  });
});

/** Ends the connections of all who wait to write usage. */
async function cutOffWaiting(): Promise<void> {
  await outside.query(`
    SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
       AND (classid::bigint << 32 | objid::bigint) = hashtextextended('usage', 0)`);
}

describe("a batch", () => {
  test("of which it is not known whether it arrived is counted once", async () => {
    const key = await makeKey(owner, ["read"]);
    const [writer, batch] = [randomUUID(), batchOf([callOf(key), callOf(key)])];
    await store(batch, writer, 1);
    await store(batch, writer, 1);
    expect((await usage(key)).total).toBe(2);
    await store(batchOf([callOf(key)]), writer, 2);
    expect((await usage(key)).total).toBe(3);
  });

  test("with a key that does not exist, or of another organization, is written without it", async () => {
    const key = await makeKey(owner, ["read"]);
    const stranger = await makeKey(await makePerson(), ["read"]);
    await store(batchOf([callOf(stranger), callOf({ id: randomUUID() }), callOf(key)]));
    expect((await usage(key)).total).toBe(1);
    expect(await db().keyDay.count({ where: { key_id: stranger.id } })).toBe(0);
  });

  test("never takes more than a hundred rows a day for a key's callers, and counts them all", async () => {
    const key = await makeKey(owner, ["read"]);
    const at = new Date();
    const wave = (from: number, dead: boolean) =>
      batchOf(
        Array.from({ length: 90 }, (_, n) =>
          callOf(key, { at, dead, address: `2001:db8::${from + n}`, userAgent: `bot/${n}` }),
        ),
      );
    for (const from of [1, 1, 101, 201]) await store(wave(from, false));
    await store(wave(1, true));

    const rows = await db().keyAddress.findMany({ where: { key_id: key.id } });
    const [living, dead] = [rows.filter((row) => !row.dead), rows.filter((row) => row.dead)];
    expect([living.length, dead.length]).toEqual([101, 90]);
    expect(living.find(({ address }) => address === "other")).toMatchObject({ user_agent: "", calls: 170n });
    expect(living.reduce((sum, { calls }) => sum + calls, 0n)).toBe(360n);
    const minutes = await db().keyMinute.findMany({ where: { key_id: key.id } });
    expect(minutes).toHaveLength(101);
    const { last_hour } = await usage(key);
    expect(last_hour).toMatchObject({ calls: 360, addresses: { length: 100 } });
    expect(last_hour.addresses[0]).toMatchObject({ address: "other", calls: 170 });
  });
});
