import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { operator } from "@/lib/access/actor";
import { change } from "@/lib/change";
import { db } from "@/lib/db";
import { makeOrganization } from "@/lib/testing/seed";
import { linkOf, NO_LINK } from "./chain";

/** Writes an audit entry in a transaction of its own. */
function note(organizationId: string, changes = {}): Promise<void> {
  return change(operator(organizationId), async (_, record) => {
    record.audit("department.created", "department", randomUUID(), changes);
  });
}

const chainOf = (organization_id: string) =>
  db().auditEntry.findMany({ where: { organization_id }, orderBy: { seq: "asc" } });

test("every entry is linked to the one before, in the form in which the database returns it", async () => {
  const { id } = await makeOrganization();
  await note(id, { z: { from: null, to: [1.5, "ä", { b: true, a: 1e21 }] }, a: {} });
  await note(id);
  const entries = await chainOf(id);
  let before: Uint8Array = NO_LINK;
  for (const [index, { link, key_version, seq, ...entry }] of entries.entries()) {
    expect(seq).toBe(BigInt(index + 1));
    before = linkOf(before, { ...entry, seq: seq as bigint }, key_version as number);
    expect(link).toEqual(before);
  }
  expect(await db().auditHead.findUnique({ where: { organization_id: id } })).toMatchObject({
    seq: 2n,
    link: before,
  });
});

test("those who write at once make one chain without a gap", async () => {
  const { id } = await makeOrganization();
  await Promise.all(Array.from({ length: 12 }, () => note(id)));
  expect((await chainOf(id)).map(({ seq }) => Number(seq))).toEqual(
    Array.from({ length: 12 }, (_, i) => i + 1),
  );
});

test("what is undone leaves no gap", async () => {
  const { id } = await makeOrganization();
  await note(id);
  const undone = change(operator(id), async (_, record) => {
    record.audit("department.created", "department", randomUUID());
    throw new Error("undone");
  });
  await expect(undone).rejects.toThrow("undone");
  await note(id);
  expect((await chainOf(id)).map(({ seq }) => Number(seq))).toEqual([1, 2]);
});
