import { expect, test } from "vitest";
import { NOWHERE, person } from "@/lib/access/actor";
import { makeKey, makePerson } from "@/lib/testing/seed";
import { predecessorEnd, rotateKey } from "./rotate";

const now = new Date();
const later = (seconds: number) => new Date(now.getTime() + seconds * 1_000);

test("what keeps a key from being rotated is the one that it took over from, up to that one's end", async () => {
  const admin = await makePerson();
  const actor = person(admin, NOWHERE, now);
  const { id: old } = await makeKey(admin, ["read"]);
  expect(await predecessorEnd(actor, old, now)).toBeNull();
  const { id } = await rotateKey(actor, old, { grace_period_seconds: 60 }, now);
  expect(await predecessorEnd(actor, id, now)).toEqual(later(60));
  await expect(rotateKey(actor, id, { grace_period_seconds: 0 }, now)).rejects.toMatchObject({
    code: "conflict",
  });
  expect(await predecessorEnd(actor, id, later(60))).toBeNull();
});

test("it is nobody's who does not manage the key", async () => {
  const { id } = await makeKey(await makePerson(), ["read"]);
  const stranger = person(await makePerson(), NOWHERE, now);
  await expect(predecessorEnd(stranger, id, now)).rejects.toMatchObject({ code: "not_found" });
});
