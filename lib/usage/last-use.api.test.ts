import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/db";
import { makeKey, makePerson, type Person } from "@/lib/testing/seed";
import { statementsOf } from "@/lib/testing/statements";
import { flushUses, latestUse, recordUse } from "./last-use";

const EARLIER = new Date("2026-11-01T10:00:00Z");
const LATER = new Date("2026-11-01T11:00:00Z");
let owner: Person;

beforeAll(async () => {
  owner = await makePerson();
});

const makeId = async () => (await makeKey(owner, ["read"])).id;
const stored = (id: string) =>
  db().apiKey.findUniqueOrThrow({
    where: { id },
    select: { id: true, last_used_at: true, last_used_ip: true },
  });

test("the uses of all keys are written in one statement", async () => {
  const ids = [await makeId(), await makeId(), await makeId()];
  for (const id of ids) recordUse(id, LATER, "198.51.100.1");
  expect(await statementsOf(flushUses)).toHaveLength(1);
  for (const id of ids) expect((await stored(id)).last_used_at).toEqual(LATER);
  expect(await statementsOf(flushUses)).toHaveLength(0);
});

test("a use only ever moves forward: by calls that end late, and by instances that write late", async () => {
  const id = await makeId();
  const use = { last_used_at: LATER, last_used_ip: "198.51.100.2" };
  recordUse(id, LATER, "198.51.100.2");
  recordUse(id, EARLIER, "198.51.100.1");
  expect(latestUse({ id, last_used_at: null, last_used_ip: null })).toEqual(use);
  await flushUses();
  expect(await stored(id)).toEqual({ id, ...use });

  const other = await makeId();
  await db().apiKey.update({ where: { id: other }, data: use });
  recordUse(other, EARLIER, "198.51.100.1");
  expect(latestUse({ id: other, ...use })).toEqual(use);
  await flushUses();
  expect(await stored(other)).toEqual({ id: other, ...use });
});

test("a key that somebody has locked keeps nobody waiting, and is written the next time", async () => {
  const [locked, free] = [await makeId(), await makeId()];
  for (const id of [locked, free]) recordUse(id, LATER, "198.51.100.1");
  await db().$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM api_keys WHERE id = ${locked}::uuid FOR SHARE`;
    expect(await flushUses()).toBe(false);
  });
  expect((await stored(free)).last_used_at).toEqual(LATER);
  expect((await stored(locked)).last_used_at).toBeNull();
  expect(await flushUses()).toBe(true);
  expect((await stored(locked)).last_used_at).toEqual(LATER);
});

test("what cannot be written waits for the next time", async () => {
  const id = await makeId();
  recordUse(id, LATER, "x".repeat(20));
  const refusal = "ALTER TABLE api_keys ADD CONSTRAINT no_use CHECK (last_used_ip <> 'xxxxxxxxxxxxxxxxxxxx')";
  await db().$executeRawUnsafe(refusal);
  await expect(flushUses()).rejects.toThrow();
  await db().$executeRawUnsafe("ALTER TABLE api_keys DROP CONSTRAINT no_use");
  await flushUses();
  expect((await stored(id)).last_used_at).toEqual(LATER);
});
