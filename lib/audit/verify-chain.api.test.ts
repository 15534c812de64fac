import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { operator } from "@/lib/access/actor";
import { change } from "@/lib/change";
import { db } from "@/lib/db";
import { makeOrganization } from "@/lib/testing/seed";
import { type Head, verifyChain } from "./verify-chain";

/** An organization with so many entries. */
async function chainOf(length: number): Promise<string> {
  const { id } = await makeOrganization();
  await change(operator(id), async (_, record) => {
    for (let n = 0; n < length; n++) record.audit("department.created", "department", randomUUID(), { n });
  });
  return id;
}

/** Does what an attacker can who has the database. */
async function tamper(...statements: string[]): Promise<void> {
  await db().$transaction(async (tx) => {
    await tx.$executeRawUnsafe("ALTER TABLE audit_entries DISABLE TRIGGER audit_entries_append_only");
    for (const statement of statements) await tx.$executeRawUnsafe(statement);
    await tx.$executeRawUnsafe("ALTER TABLE audit_entries ENABLE TRIGGER audit_entries_append_only");
  });
}

const faultOf = async (id: string, seen: Head | null = null) => (await verifyChain(id, seen)).fault;

test("a chain that nobody touched is as it was written, however long", async () => {
  const id = await chainOf(1_005);
  expect(await verifyChain(id, null)).toMatchObject({ linked: 1_005, unlinked: 0, fault: null });
});

test("an organization without entries has nothing to be wrong", async () => {
  const { id } = await makeOrganization();
  expect(await verifyChain(id, null)).toMatchObject({ linked: 0, head: null, fault: null });
});

describe("finds", () => {
  test.each([
    ["what an entry says changed", "changes = '{}'"],
    ["who did it changed", `actor_id = '${randomUUID()}'`],
    ["when it was changed", "created_at = created_at - interval '1 millisecond'"],
    ["from where changed", "address = '192.0.2.1'"],
    ["a link changed", "link = sha256('x')"],
  ])("%s", async (_, assignment) => {
    const id = await chainOf(5);
    await tamper(`UPDATE audit_entries SET ${assignment} WHERE organization_id = '${id}' AND seq = 3`);
    expect(await faultOf(id)).toMatch(/^entry 3 .* is not as it was written$/);
  });

  test("an entry taken out, and one taken off the end", async () => {
    const [middle, end] = [await chainOf(5), await chainOf(5)];
    await tamper(
      `DELETE FROM audit_entries WHERE organization_id = '${middle}' AND seq = 3`,
      `DELETE FROM audit_entries WHERE organization_id = '${end}' AND seq = 5`,
    );
    expect(await faultOf(middle)).toBe("entry 3 is missing");
    expect(await faultOf(end)).toBe("entries 5 to 5 are missing");
  });

  test.each(["99", "NULL"])(
    "an entry that names a version of the key that is not there: %s",
    async (version) => {
      const id = await chainOf(5);
      await tamper(
        `UPDATE audit_entries SET key_version = ${version} WHERE organization_id = '${id}' AND seq = 3`,
      );
      expect(await faultOf(id)).toMatch(
        /^entry 3 .* names version (99|0) of SECRETS_KEY, which is not there$/,
      );
    },
  );

  test("two entries in each other's place", async () => {
    const id = await chainOf(5);
    const place = (from: number, to: number) =>
      `UPDATE audit_entries SET seq = ${to} WHERE organization_id = '${id}' AND seq = ${from}`;
    await tamper(place(3, 9), place(4, 3), place(9, 4));
    expect(await faultOf(id)).toMatch(/^entry 3 /);
  });

  test("one put in after the head", async () => {
    const id = await chainOf(3);
    await tamper(`INSERT INTO audit_entries (id, organization_id, actor_kind, action, target_type, target_id, changes,
        seq, link, key_version)
      VALUES ('${randomUUID()}', '${id}', 'operator', 'x', 'x', '${randomUUID()}', '{}', 4, sha256('x'), 1)`);
    expect(await faultOf(id)).toBe("there are entries after the head");
  });

  test("a shorter chain with a head to match, only by a head that was saved before", async () => {
    const id = await chainOf(5);
    const { head } = await verifyChain(id, null);
    await tamper(
      `DELETE FROM audit_entries WHERE organization_id = '${id}' AND seq = 5`,
      `UPDATE audit_heads h SET seq = 4, link = e.link FROM audit_entries e
        WHERE h.organization_id = '${id}' AND e.organization_id = '${id}' AND e.seq = 4`,
    );
    expect(await faultOf(id)).toBeNull();
    expect(await faultOf(id, head)).toBe(
      "the chain no longer holds entry 5 as it was when its head was saved",
    );
  });

  test("one without a link, as if older than the chain, likewise", async () => {
    const id = await chainOf(2);
    const { head } = await verifyChain(id, null);
    const columns = { organization_id: id, actor_kind: "operator", action: "x", target_type: "x" } as const;
    await db().auditEntry.create({ data: { ...columns, target_id: randomUUID(), changes: {} } });
    expect(await faultOf(id)).toBeNull();
    expect(await faultOf(id, head)).toBe("there are 1 entries without a link, and were 0");
  });

  test("a chain that is gone altogether, likewise", async () => {
    const id = await chainOf(2);
    const { head } = await verifyChain(id, null);
    await tamper(
      `DELETE FROM audit_entries WHERE organization_id = '${id}'`,
      `DELETE FROM audit_heads WHERE organization_id = '${id}'`,
    );
    expect(await faultOf(id)).toBeNull();
    expect(await faultOf(id, head)).toMatch(/^the chain no longer holds entry 2/);
  });
});

test("a head that was saved is found again, however much was added since", async () => {
  const id = await chainOf(3);
  const { head } = await verifyChain(id, null);
  await change(operator(id), async (_, record) => {
    record.audit("department.created", "department", randomUUID());
  });
  expect(await faultOf(id, head)).toBeNull();
});
