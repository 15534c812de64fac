import { expect, test } from "vitest";
import { NOWHERE, person } from "@/lib/access/actor";
import { makeKey, makePerson } from "@/lib/testing/seed";
import { descendantsOf, revokeKeys } from "./revoke";

const now = new Date();

test("what several keys made is counted once, without themselves, and goes with them", async () => {
  const admin = await makePerson();
  const actor = person(admin, NOWHERE, now);
  const madeBy = (created_by_key_id: string) => makeKey(admin, ["read"], { created_by_key_id });
  const first = await makeKey(admin, ["*"]);
  const second = await madeBy(first.id);
  const third = await madeBy(second.id);
  const ids = [first.id, second.id];
  expect((await descendantsOf(actor, ids, now)).map(({ id }) => id)).toEqual([third.id]);
  expect(await revokeKeys(actor, ids, { reason: null, descendants: true }, now)).toBe(3);
  expect(await descendantsOf(actor, ids, now)).toEqual([]);
});

test("of a key that is not theirs nobody learns what it made", async () => {
  const [owner, stranger] = [await makePerson(), await makePerson()];
  const { id } = await makeKey(owner, ["*"]);
  await expect(descendantsOf(person(stranger, NOWHERE, now), [id], now)).rejects.toMatchObject({
    code: "not_found",
  });
});
