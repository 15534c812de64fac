import { expect, test } from "vitest";
import { NOWHERE, person } from "@/lib/access/actor";
import { makeKey, makePerson } from "@/lib/testing/seed";
import { madeKeysOf } from "./made-keys";

test("of the living keys that a key made those used last come first, and the rest are counted", async () => {
  const owner = await makePerson();
  const maker = await makeKey(owner, ["*"]);
  const make = (columns = {}) => makeKey(owner, ["read"], { created_by_key_id: maker.id, ...columns });
  const quiet = await make();
  await make({ revoked_at: new Date() });
  const early = await make({ last_used_at: new Date("2026-01-01T00:00:00Z") });
  const late = await make({ last_used_at: new Date("2026-01-02T00:00:00Z"), enabled: false });
  const deep = await makeKey(owner, ["read"], { created_by_key_id: quiet.id });
  const actor = person(owner, NOWHERE);

  const { rows, others } = await madeKeysOf(actor, maker.id, 2, new Date());
  expect(rows).toMatchObject([
    { id: late.id, status: "disabled", last_four: late.key.slice(-4) },
    { id: early.id, status: "active", last_used_at: new Date("2026-01-01T00:00:00Z") },
  ]);
  expect(others).toBe(2);
  expect((await madeKeysOf(actor, maker.id, 9, new Date())).rows.map(({ id }) => id)).toContain(deep.id);
  expect(await madeKeysOf(actor, deep.id, 9, new Date())).toEqual({ rows: [], others: 0 });
});
