import { expect, test } from "vitest";
import { NOWHERE, person } from "@/lib/access/actor";
import { db } from "@/lib/db";
import { makeKey, makePerson } from "@/lib/testing/seed";
import { noteEnds } from "./note-ends";
import { revokeKey } from "./revoke";
import { trailOf } from "./trail";

const NOW = new Date();
const ago = (ms: number) => new Date(NOW.getTime() - ms);
const endsOf = (id: string) =>
  db().auditEntry.findMany({
    where: { target_id: id, action: "api_key.expired" },
    select: { actor_kind: true, created_at: true },
  });

test("the end of a key is noted once, dated when it was, however many instances look", async () => {
  const owner = await makePerson();
  const { id } = await makeKey(owner, ["read"], { expires_at: ago(5_000) });
  const graced = await makeKey(owner, ["read"], { expires_at: ago(-5_000), ends_at: ago(9_000) });
  await Promise.all(Array.from({ length: 6 }, () => noteEnds(NOW)));
  await noteEnds(NOW);
  expect(await endsOf(id)).toEqual([{ actor_kind: "system", created_at: ago(5_000) }]);
  expect(await endsOf(graced.id)).toEqual([{ actor_kind: "system", created_at: ago(9_000) }]);
});

test("a key that is revoked before anybody looked has its end on record all the same", async () => {
  const owner = await makePerson();
  const { id } = await makeKey(owner, ["read"], { expires_at: ago(5_000) });
  const revoke = () => revokeKey(person(owner, NOWHERE), id, { reason: null, descendants: false }, NOW);
  await revoke();
  await revoke();
  await noteEnds(NOW);
  expect(await endsOf(id)).toEqual([{ actor_kind: "system", created_at: ago(5_000) }]);
  const trail = await trailOf(person(owner, NOWHERE), id, { limit: 2 });
  expect(trail.map(({ action }) => action).slice(0, 1)).toEqual(["api_key.revoked"]);
});

test("a key that lives has none, and neither has one that was revoked before", async () => {
  const owner = await makePerson();
  const living = await makeKey(owner, ["read"], { expires_at: ago(-60_000) });
  const endless = await makeKey(owner, ["read"]);
  const revoked = await makeKey(owner, ["read"], { expires_at: ago(-60_000) });
  await revokeKey(person(owner, NOWHERE), revoked.id, { reason: null, descendants: false }, NOW);
  await noteEnds(NOW);
  await noteEnds(ago(-120_000));
  expect(await endsOf(endless.id)).toEqual([]);
  expect(await endsOf(revoked.id)).toEqual([]);
  expect(await endsOf(living.id)).toHaveLength(1);
});
