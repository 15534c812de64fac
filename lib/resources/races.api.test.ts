import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { call } from "@/lib/testing/call";
import { candidateFields, makeKey, makePerson } from "@/lib/testing/seed";

/** Does the same twelve times at once and counts the statuses. */
async function twelve(one: (index: number) => Promise<{ status: number }>): Promise<Record<number, number>> {
  const answers = await Promise.all(Array.from({ length: 12 }, (_, index) => one(index)));
  const counts: Record<number, number> = {};
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

test("twelve equal creates make one row", async () => {
  const owner = await makePerson();
  const { key } = await makeKey(owner, ["candidates:write"]);
  const body = candidateFields();
  expect(await twelve(() => call(key, "/candidates", { method: "POST", body }))).toEqual({ 201: 1, 409: 11 });

  const tenant = { where: { organization_id: owner.organization_id } };
  expect(await db().candidate.count(tenant)).toBe(1);
  expect(await db().event.count(tenant)).toBe(2); // the key and the candidate
});

test("twelve that want the same e-mail address: one gets it", async () => {
  const { key } = await makeKey(await makePerson(), ["candidates:write"]);
  const rows = await Promise.all(
    Array.from({ length: 12 }, () => call(key, "/candidates", { method: "POST", body: candidateFields() })),
  );
  const { email } = candidateFields();
  const want = (index: number) =>
    call(key, `/candidates/${rows[index]?.body.data.id}`, { method: "PATCH", body: { email } });
  expect(await twelve(want)).toEqual({ 200: 1, 409: 11 });
});

test("twelve deletes of one row: one does it, the others find nothing", async () => {
  const owner = await makePerson();
  const { key } = await makeKey(owner, ["candidates:write"]);
  const { data } = (await call(key, "/candidates", { method: "POST", body: candidateFields() })).body;
  expect(await twelve(() => call(key, `/candidates/${data.id}`, { method: "DELETE" }))).toEqual({
    200: 1,
    404: 11,
  });
  const deletions = { target_id: data.id, action: "candidate.deleted" };
  expect(await db().auditEntry.count({ where: deletions })).toBe(1);
});

test("a key revoked while in use opens nothing from the moment that its revocation is answered", async () => {
  const owner = await makePerson();
  const manager = await makeKey(owner, ["*"]);
  const { key, id } = await makeKey(owner, ["candidates:read"]);
  let revoked = false;
  const late: number[] = [];
  const users = Array.from({ length: 8 }, async () => {
    for (let after = 0; after < 5; ) {
      const begunAfter = revoked;
      const { status } = await call(key, "/candidates?limit=1");
      expect([200, 401]).toContain(status);
      if (!begunAfter) continue;
      late.push(status);
      after += 1;
    }
  });
  const revocation = await call(manager.key, `/api-keys/${id}`, { method: "DELETE" });
  revoked = true;
  expect(revocation.status).toBe(200);
  await Promise.all(users);
  expect(new Set(late)).toEqual(new Set([401]));
});

test("twelve revocations of one key are one, by one reason", async () => {
  const owner = await makePerson();
  const manager = await makeKey(owner, ["*"]);
  const { id } = await makeKey(owner, ["read"]);
  const revoke = (index: number) =>
    call(manager.key, `/api-keys/${id}`, { method: "DELETE", body: { reason: `Reason ${index}` } });
  expect(await twelve(revoke)).toEqual({ 200: 12 });
  const revocations = { target_id: id, action: "api_key.revoked" };
  const [only, ...others] = await db().auditEntry.findMany({ where: revocations });
  const row = await db().apiKey.findUniqueOrThrow({ where: { id } });
  expect(others).toEqual([]);
  expect(only?.changes).toEqual({ reason: row.revoked_reason });
});

test("narrowing and widening at once end as one of them, never as a mixture", async () => {
  const owner = await makePerson();
  const manager = await makeKey(owner, ["*"]);
  const { id } = await makeKey(owner, ["read"]);
  const choices = [["candidates:read"], ["read", "write"]];
  const change = (index: number) =>
    call(manager.key, `/api-keys/${id}`, { method: "PATCH", body: { scopes: choices[index % 2] } });
  expect(await twelve(change)).toEqual({ 200: 12 });
  expect(choices).toContainEqual((await db().apiKey.findUniqueOrThrow({ where: { id } })).scopes);
});
