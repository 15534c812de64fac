import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { NOWHERE, person } from "@/lib/access/actor";
import { changeKey } from "@/lib/api-keys/change-key";
import { rotateKey } from "@/lib/api-keys/rotate";
import { db } from "@/lib/db";
import { holdChore } from "@/lib/testing/hold-chore";
import { makeKey, makePerson, type Person } from "@/lib/testing/seed";
import { expiryNotices, tellOfEnds } from "./expiring";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

let release: () => Promise<void>;
beforeAll(async () => {
  release = await holdChore(expiryNotices);
});
afterAll(() => release());

// Far from when anybody else's keys end, since the chore looks at all of them.
const made = new Date("2090-06-01T10:00:00Z");
const later = (ms: number) => new Date(made.getTime() + ms);

let owner: Person;
beforeEach(async () => {
  owner = await makePerson("recruiter");
});

const endingAfter = (ms: number) => makeKey(owner, ["read"], { expires_at: later(ms), created_at: made });
const told = ({ id }: Person = owner) =>
  db().notice.findMany({
    where: { user_id: id, kind: { startsWith: "key.expires" } },
    select: { kind: true, subject_id: true, data: true },
    orderBy: { id: "asc" },
  });
const kinds = async (whom?: Person) => (await told(whom)).map(({ kind }) => kind);
const events = () =>
  db().event.findMany({ where: { organization_id: owner.organization_id, type: "api_key.expiring" } });

describe("an owner is told", () => {
  test("7 days ahead and in the last day, once each, and subscribers once", async () => {
    const { id } = await endingAfter(30 * DAY_MS);
    await tellOfEnds(later(23 * DAY_MS - 1));
    expect(await told()).toEqual([]);
    for (const at of [23 * DAY_MS, 23 * DAY_MS + HOUR_MS, 28 * DAY_MS]) await tellOfEnds(later(at));
    expect(await kinds()).toEqual(["key.expires_in_7_days"]);
    for (const at of [29 * DAY_MS, 29 * DAY_MS + HOUR_MS, 30 * DAY_MS - 1]) await tellOfEnds(later(at));
    expect(await kinds()).toEqual(["key.expires_in_7_days", "key.expires_in_1_day"]);
    expect((await told())[0]).toMatchObject({
      subject_id: id,
      data: { key: { id }, ends_at: later(30 * DAY_MS).toISOString() },
    });
    expect(await events()).toMatchObject([{ data: { id } }]);
    await tellOfEnds(later(30 * DAY_MS));
    expect(await told()).toHaveLength(2);
  });

  test("how its programs go on: by a rotation, or where its end was imposed by another key", async () => {
    const free = await endingAfter(30 * DAY_MS);
    const imposed = await makeKey(owner, ["read"], { ends_at: later(30 * DAY_MS), created_at: made });
    const next = await makeKey(owner, ["read"], { created_at: made, rotated_from_id: free.id });
    await tellOfEnds(later(25 * DAY_MS));
    const ways = (await told()).map(({ subject_id, data }) => [
      subject_id,
      (data as { way_on: string }).way_on,
    ]);
    expect(new Map(ways as [string, string][])).toEqual(
      new Map([
        [free.id, "move"],
        [imposed.id, "replace"],
      ]),
    );
    expect(next.id).not.toBe(free.id);
  });

  test("once where many look at once", async () => {
    await Promise.all(Array.from({ length: 5 }, () => endingAfter(30 * DAY_MS)));
    await Promise.all(Array.from({ length: 6 }, () => tellOfEnds(later(25 * DAY_MS))));
    expect(await told()).toHaveLength(5);
    expect(await events()).toHaveLength(5);
  });

  test("not of both at once: within the last day only that it is the last", async () => {
    await endingAfter(30 * DAY_MS);
    await tellOfEnds(later(29.5 * DAY_MS));
    await tellOfEnds(later(29.6 * DAY_MS));
    expect(await kinds()).toEqual(["key.expires_in_1_day"]);
    expect(await events()).toHaveLength(1);
  });

  test("anew of an end that was moved", async () => {
    const { id } = await endingAfter(30 * DAY_MS);
    await tellOfEnds(later(25 * DAY_MS));
    const by = person(owner, NOWHERE, later(25 * DAY_MS));
    await changeKey(by, id, { expires_at: later(60 * DAY_MS) }, later(25 * DAY_MS));
    await tellOfEnds(later(26 * DAY_MS));
    expect(await kinds()).toEqual(["key.expires_in_7_days"]);
    await tellOfEnds(later(55 * DAY_MS));
    expect(await kinds()).toEqual(["key.expires_in_7_days", "key.expires_in_7_days"]);
    expect(await events()).toHaveLength(2);
  });

  test("only in the last day of a key that was made for less than 7, and of one made for less than a day not at all", async () => {
    await endingAfter(6 * DAY_MS);
    await endingAfter(20 * HOUR_MS);
    await tellOfEnds(later(HOUR_MS));
    expect(await told()).toEqual([]);
    await tellOfEnds(later(5.5 * DAY_MS));
    expect(await kinds()).toEqual(["key.expires_in_1_day"]);
  });

  test("of the old half of a rotation only in its last day: the rotation said when it ends", async () => {
    const { id } = await endingAfter(60 * DAY_MS);
    const actor = person(owner, NOWHERE, made);
    await rotateKey(actor, id, { grace_period_seconds: 3 * 86_400 }, made);
    await tellOfEnds(later(HOUR_MS));
    expect(await told()).toEqual([]);
    await tellOfEnds(later(2.5 * DAY_MS));
    expect(await told()).toMatchObject([{ kind: "key.expires_in_1_day", subject_id: id }]);
  });

  test("nothing of keys that are revoked, disabled or without end", async () => {
    const ends = { expires_at: later(3 * DAY_MS), created_at: later(-30 * DAY_MS) };
    await makeKey(owner, ["read"], { ...ends, revoked_at: made });
    await makeKey(owner, ["read"], { ...ends, enabled: false });
    await makeKey(owner, ["read"]);
    await tellOfEnds(made);
    expect(await told()).toEqual([]);
  });
});

test("where the owner is disabled, the admins are told, and nobody of another organization", async () => {
  const organization = { id: owner.organization_id, name: "", plan: "pro" } as const;
  const [admin, colleague, stranger] = await Promise.all([
    makePerson("admin", organization),
    makePerson("viewer", organization),
    makePerson("admin"),
  ]);
  await endingAfter(30 * DAY_MS);
  await db().user.update({ where: { id: owner.id }, data: { disabled_at: made } });
  await tellOfEnds(later(25 * DAY_MS));
  expect(await kinds(admin)).toEqual(["key.expires_in_7_days"]);
  for (const nobody of [owner, colleague, stranger]) expect(await told(nobody)).toEqual([]);
});

test("more keys than fit into one portion are all told of", async () => {
  const template = await db().apiKey.findUniqueOrThrow({
    where: { id: (await endingAfter(30 * DAY_MS)).id },
  });
  const { id: _, key_hash: __, dies_at: ___, ...columns } = template;
  await db().apiKey.createMany({
    data: Array.from({ length: 449 }, () => ({
      ...columns,
      key_hash: randomBytes(32),
    })),
  });
  await tellOfEnds(later(25 * DAY_MS));
  expect(await told()).toHaveLength(450);
  expect(await events()).toHaveLength(450);
});
