import { beforeEach, expect, test } from "vitest";
import { NOWHERE, operator, person } from "@/lib/access/actor";
import { change } from "@/lib/change";
import { db } from "@/lib/db";
import { call } from "@/lib/testing/call";
import { type Key, makeKey, makeOrganization, makePerson, type Person } from "@/lib/testing/seed";
import { knownToFormerMember } from "./former-member";
import { handOverKeys } from "./hand-over";
import { rotateKey } from "./rotate";
import { lockKey } from "./rows";

let heir: Person;
let leaver: Person;
let key: Key;

/** A key that another admin rotated for somebody, who then left and handed it on. */
beforeEach(async () => {
  const organization = await makeOrganization();
  heir = await makePerson("admin", organization);
  leaver = await makePerson("admin", organization);
  const { id } = await makeKey(leaver, ["jobs:read"]);
  const by = person(heir, NOWHERE, new Date());
  const made = await rotateKey(by, id, { grace_period_seconds: 0 }, new Date());
  key = { id: made.id, key: made.key };
  const actor = operator(organization.id);
  await change(actor, async (tx, record) => {
    const row = await lockKey(tx, organization.id, key.id);
    await handOverKeys({ tx, record, actor }, [{ key: row, to: heir }]);
    await tx.user.update({ where: { id: leaver.id }, data: { disabled_at: new Date() } });
  });
});

const isKnown = async (id: string) =>
  (await db().apiKey.count({ where: { AND: [{ id }, knownToFormerMember] } })) === 1;

test("a key that was handed over is known to whoever had it, whoever made it", async () => {
  expect(await isKnown(key.id)).toBe(true);
});

test("rotating itself does not change that: whoever has the old secret may have done it", async () => {
  const rotation = { method: "POST", body: { grace_period_seconds: 600 } };
  const { id } = (await call(key.key, "/api-keys/current/rotate", rotation)).body.data;
  expect(await isKnown(id)).toBe(true);
});

test("what such a key makes may have been made by them, and so on", async () => {
  await db().apiKey.update({ where: { id: key.id }, data: { scopes: ["*"] } });
  const make = async (by: string) => {
    const { data } = (await call(by, "/api-keys", { method: "POST", body: { name: "Child", scopes: ["*"] } }))
      .body;
    return data as unknown as Key;
  };
  const child = await make(key.key);
  const grandchild = await make(child.key);
  const { id: rotated } = (await call(child.key, `/api-keys/${grandchild.id}/rotate`, { method: "POST" }))
    .body.data;
  for (const id of [child.id, grandchild.id, rotated]) expect(await isKnown(String(id))).toBe(true);
  const own = await makeKey(heir, ["*"]);
  expect(await isKnown((await make(own.key)).id)).toBe(false);
});

test("rotated by somebody it is known to them alone", async () => {
  const by = person(heir, NOWHERE, new Date());
  const { id } = await rotateKey(by, key.id, { grace_period_seconds: 0 }, new Date());
  expect(await isKnown(id)).toBe(false);
});
