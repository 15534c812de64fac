import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { NOWHERE, person } from "@/lib/access/actor";
import { changeKey } from "@/lib/api-keys/change-key";
import { DAY_MS } from "@/lib/api-keys/status";
import { db } from "@/lib/db";
import { call } from "@/lib/testing/call";
import { holdChore } from "@/lib/testing/hold-chore";
import { type Key, makeKey, makePerson, type Person } from "@/lib/testing/seed";
import { idleSweep, sweepIdle } from "./idle";
import { disablings } from "./idle-keys";
import { changePolicy } from "./policy";

const NONE = {
  max_days: null,
  expiry_required: false,
  no_broad_scopes: false,
  addresses_required: false,
  idle_days: null,
};
const RULE = { ...NONE, idle_days: 30 };

/** Everything happens in the days to come, where no other test writes. */
const START = Date.now();
const day = (days: number) => new Date(START + days * DAY_MS);

let outside: pg.Client;
let release: () => Promise<void>;
beforeAll(async () => {
  release = await holdChore(idleSweep);
  outside = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await outside.connect();
});
afterAll(async () => {
  await outside.end();
  await release();
});

let admin: Person;
let key: Key;
beforeEach(async () => {
  admin = await makePerson();
  key = await makeKey(admin, ["jobs:read"], { created_at: day(0) });
  await changePolicy(person(admin, NOWHERE), { from: NONE, to: RULE }, day(0));
});

const rowOf = ({ id }: Pick<Key, "id">) => db().apiKey.findUniqueOrThrow({ where: { id } });
const isEnabled = async (of = key) => (await rowOf(of)).enabled;
const noticesOf = (kind: string, { id } = key) =>
  db().notice.findMany({ where: { subject_id: id, kind }, orderBy: { id: "asc" } });
/** Warns at an instant, as if the warning had arrived then. */
async function warnAt(now: Date, delivered_at: Date | null = now): Promise<void> {
  await sweepIdle(now);
  await db().notice.updateMany({ where: { subject_id: key.id, kind: "key.idle" }, data: { delivered_at } });
}

test("its owner is warned seven days ahead, once, and then it is disabled, not revoked", async () => {
  await sweepIdle(day(22.9));
  expect(await noticesOf("key.idle")).toEqual([]);
  await Promise.all(Array.from({ length: 5 }, () => sweepIdle(day(23))));
  await warnAt(day(23));
  const [warning, ...others] = await noticesOf("key.idle");
  expect(others).toEqual([]);
  expect(warning).toMatchObject({
    user_id: admin.id,
    data: { key: { id: key.id }, idle_days: 23, disabled_at: day(30).toISOString() },
  });
  await sweepIdle(day(29.9));
  expect(await isEnabled()).toBe(true);
  expect((await call(key.key, "/jobs")).status).toBe(200);

  // What the server has written of this call is taken back: it was made today.
  await expect.poll(async () => (await rowOf(key)).last_used_at).not.toBeNull();
  await db().apiKey.update({ where: { id: key.id }, data: { last_used_at: null } });
  await Promise.all(Array.from({ length: 5 }, () => sweepIdle(day(30))));
  expect(await rowOf(key)).toMatchObject({ enabled: false, revoked_at: null });
  await expect.poll(async () => (await call(key.key, "/jobs")).status).toBe(401);
  expect(await noticesOf("key.disabled_for_idleness")).toMatchObject([{ user_id: admin.id }]);
  const entries = await db().auditEntry.findMany({
    where: { target_id: key.id, action: "api_key.disabled" },
  });
  expect(entries).toMatchObject([
    { actor_kind: "system", changes: { reason: "idle", enabled: { from: true, to: false }, idle_days: 30 } },
  ]);
});

test("when it is disabled is known as soon as its owner is warned, and to nobody else's organization", async () => {
  const at = async (now: Date, who = admin) =>
    (await disablings(person(who, NOWHERE), [key.id], now)).get(key.id);
  expect(await at(day(22.9))).toBeUndefined();
  expect(await at(day(23))).toEqual(day(30));
  await warnAt(day(24));
  expect(await at(day(25))).toEqual(day(31));
  expect(await at(day(25), await makePerson())).toBeUndefined();
  const organization = await db().organization.findUniqueOrThrow({ where: { id: admin.organization_id } });
  expect(await at(day(25), await makePerson("viewer", organization))).toBeUndefined();
});

test("without a warning that arrived seven days before it is not disabled, however long it is idle", async () => {
  await warnAt(day(23), null);
  await sweepIdle(day(60));
  expect(await isEnabled()).toBe(true);
  await warnAt(day(60));
  await sweepIdle(day(66.9));
  expect(await isEnabled()).toBe(true);
  await sweepIdle(day(67));
  expect(await isEnabled()).toBe(false);
});

test("a key that is used after the warning is not disabled, and its owner is warned anew when it is idle again", async () => {
  await warnAt(day(23));
  await db().apiKey.update({ where: { id: key.id }, data: { last_used_at: day(29) } });
  await sweepIdle(day(51.9));
  expect(await isEnabled()).toBe(true);
  expect(await noticesOf("key.idle")).toHaveLength(1);
  await sweepIdle(day(52));
  expect(await noticesOf("key.idle")).toHaveLength(2);
  // The first warning is of no use for it.
  await db().notice.updateMany({ where: { subject_id: key.id }, data: { delivered_at: day(23) } });
  const [, second] = await noticesOf("key.idle");
  await db().notice.update({ where: { id: second?.id ?? "" }, data: { delivered_at: null } });
  await sweepIdle(day(59));
  expect(await isEnabled()).toBe(true);
});

test("one that is used in the very moment is not disabled", async () => {
  await warnAt(day(23));
  await outside.query("BEGIN");
  await outside.query("UPDATE api_keys SET last_used_at = $1 WHERE id = $2", [day(30), key.id]);
  const { rows } = await outside.query("SELECT pg_backend_pid() AS pid");
  const sweep = sweepIdle(day(30));
  const waiting = () =>
    outside.query("SELECT 1 FROM pg_stat_activity WHERE $1 = ANY(pg_blocking_pids(pid))", [rows[0].pid]);
  await expect.poll(async () => (await waiting()).rowCount).toBeGreaterThan(0);
  await outside.query("COMMIT");
  await sweep;
  expect(await isEnabled()).toBe(true);
});

test("one that is enabled again is not idle since before", async () => {
  await warnAt(day(23));
  await sweepIdle(day(30));
  await changeKey(person(admin, NOWHERE, day(31)), key.id, { enabled: true }, day(31));
  expect(await rowOf(key)).toMatchObject({ enabled: true, enabled_at: day(31) });
  await sweepIdle(day(53.9));
  expect(await isEnabled()).toBe(true);
  expect(await noticesOf("key.idle")).toHaveLength(1);
  await sweepIdle(day(54));
  expect(await noticesOf("key.idle")).toHaveLength(2);
});

test("none is disabled within a day after usage could not be written", async () => {
  await warnAt(day(23));
  const id = randomUUID();
  await db().usageWriter.create({ data: { id, batch: 1, written_at: day(30), failed_at: day(30) } });
  await sweepIdle(day(30.9));
  expect(await isEnabled()).toBe(true);
  await sweepIdle(day(31));
  expect(await isEnabled()).toBe(false);
  await db().usageWriter.delete({ where: { id } });
});

test("no key is idle since before the rule was set", async () => {
  const old = await makeKey(admin, ["jobs:read"], { created_at: day(-400), last_used_at: day(-300) });
  await sweepIdle(day(22.9));
  expect(await noticesOf("key.idle", old)).toEqual([]);
  await sweepIdle(day(23));
  expect(await noticesOf("key.idle", old)).toHaveLength(1);
});

test("a shorter time is a new rule, a longer one the same", async () => {
  const by = person(admin, NOWHERE, day(20));
  const [longer, shorter] = [
    { ...RULE, idle_days: 60 },
    { ...RULE, idle_days: 14 },
  ];
  await changePolicy(by, { from: RULE, to: longer }, day(20));
  await warnAt(day(53));
  expect(await noticesOf("key.idle")).toHaveLength(1);
  await changePolicy(by, { from: longer, to: shorter }, day(54));
  await sweepIdle(day(60.9));
  expect(await isEnabled()).toBe(true);
  expect(await noticesOf("key.idle")).toHaveLength(1);
  await sweepIdle(day(61));
  expect(await noticesOf("key.idle")).toHaveLength(2);
});

test("without the rule, or disabled, revoked or expired, a key is left alone", async () => {
  const dead = await Promise.all(
    [{ enabled: false }, { revoked_at: day(1) }, { expires_at: day(2) }, { ends_at: day(2) }].map((columns) =>
      makeKey(admin, ["jobs:read"], { created_at: day(0), ...columns }),
    ),
  );
  await warnAt(day(23));
  for (const each of dead) expect(await noticesOf("key.idle", each)).toEqual([]);
  await changePolicy(person(admin, NOWHERE, day(24)), { from: RULE, to: NONE }, day(24));
  await sweepIdle(day(60));
  expect(await isEnabled()).toBe(true);
});

test("where the owner is disabled, the admins are warned", async () => {
  const organization = await db().organization.findUniqueOrThrow({ where: { id: admin.organization_id } });
  const owner = await makePerson("recruiter", organization);
  key = await makeKey(owner, ["jobs:read"], { created_at: day(0) });
  await warnAt(day(23));
  expect(await noticesOf("key.idle")).toMatchObject([{ user_id: owner.id }]);
  await db().user.update({ where: { id: owner.id }, data: { disabled_at: day(24) } });
  await sweepIdle(day(31));
  expect(await isEnabled()).toBe(true);
  expect((await noticesOf("key.idle")).map(({ user_id }) => user_id)).toEqual([owner.id, admin.id]);
  await db().notice.updateMany({ where: { subject_id: key.id }, data: { delivered_at: day(31) } });
  await sweepIdle(day(38));
  expect(await isEnabled()).toBe(false);
});
