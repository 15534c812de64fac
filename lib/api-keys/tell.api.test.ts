import { beforeEach, expect, test } from "vitest";
import { type Actor, NOWHERE, person } from "@/lib/access/actor";
import { db } from "@/lib/db";
import { call } from "@/lib/testing/call";
import { makeKey, makePerson, type Person } from "@/lib/testing/seed";
import { revokeKey, revokeKeys } from "./revoke";
import { rotateKey } from "./rotate";
import { generateKey } from "./service";

const now = new Date();
const HERE = { ...NOWHERE, address: "198.51.100.9" };

let owner: Person;
let admin: Person;
let actor: Actor;
beforeEach(async () => {
  owner = await makePerson("recruiter");
  admin = await makePerson("admin", { id: owner.organization_id, name: "", plan: "pro" });
  actor = person(owner, HERE, now);
});

const told = ({ id }: Person) =>
  db()
    .notice.findMany({ where: { user_id: id }, orderBy: { id: "asc" } })
    .then((rows) =>
      rows.map(({ kind, subject_id, data }) => ({ kind, subject_id, data: data as Record<string, unknown> })),
    );

const INPUT = { name: "Robot", description: null, scopes: ["read" as const], expires_at: null };

test("a person is told of what they did themselves, with the address, since it may not have been them", async () => {
  const { id, key } = await generateKey(actor, INPUT, now);
  await revokeKey(actor, id, { reason: "Done", descendants: false }, now);
  const by = { kind: "person", name: owner.name, address: HERE.address };
  expect(await told(owner)).toMatchObject([
    { kind: "key.created", subject_id: id, data: { key: { name: "Robot" }, by, expires_at: null } },
    { kind: "key.revoked", subject_id: id, data: { by, reason: "Done" } },
  ]);
  expect(await told(admin)).toEqual([]);
  expect(JSON.stringify(await told(owner))).not.toContain(key);
  // Again is no news.
  await revokeKey(actor, id, { reason: "Again", descendants: false }, now);
  expect(await told(owner)).toHaveLength(2);
});

test("an owner is told what an admin did to a key, but not from where", async () => {
  const { id } = await makeKey(owner, ["read"]);
  await revokeKeys(person(admin, HERE, now), [id], { reason: null, descendants: false }, now);
  const [, revoked] = await told(owner);
  expect(revoked?.data.by).toEqual({ kind: "person", name: admin.name, address: null });
  expect(await told(admin)).toEqual([]);
});

test("where the owner is disabled, the admins are told, and see from where", async () => {
  const { id } = await makeKey(owner, ["read"]);
  await db().user.update({ where: { id: owner.id }, data: { disabled_at: now } });
  await revokeKey(person(admin, HERE, now), id, { reason: null, descendants: false }, now);
  expect(await told(admin)).toMatchObject([{ kind: "key.revoked", data: { by: { address: HERE.address } } }]);
  expect((await told(owner)).map(({ kind }) => kind)).toEqual(["key.created"]);
});

test("a rotation is told once, and which half ends when", async () => {
  const { id } = await makeKey(owner, ["read"]);
  const { id: next } = await rotateKey(actor, id, { grace_period_seconds: 3_600 }, now);
  const ends_at = new Date(now.getTime() + 3_600_000).toISOString();
  expect((await told(owner)).slice(1)).toMatchObject([
    { kind: "key.rotated", subject_id: next, data: { key: { id: next }, old: { id }, ends_at } },
  ]);
});

test("a key that rotates itself tells its owner", async () => {
  const { id, key } = await makeKey(owner, ["read"]);
  const { status } = await call(key, "/api-keys/current/rotate", { method: "POST", body: {} });
  expect(status).toBe(201);
  const [, rotated, ...others] = await told(owner);
  expect(others).toEqual([]);
  expect(rotated).toMatchObject({ kind: "key.rotated_itself", data: { old: { id }, by: { kind: "key" } } });
});

test("what a refused change would have told is not told", async () => {
  const mine = await makeKey(owner, ["read"]);
  const foreign = await makeKey(admin, ["read"]);
  const ids = [mine.id, foreign.id];
  await expect(revokeKeys(actor, ids, { reason: null, descendants: false }, now)).rejects.toMatchObject({
    code: "not_found",
  });
  expect((await told(owner)).map(({ kind }) => kind)).toEqual(["key.created"]);
});
