import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { type Actor, NOWHERE, operator, person, requireScope } from "./access/actor";
import { keyActor } from "./api/key-actor";
import { verify } from "./api-keys/verify";
import { change } from "./change";
import { db } from "./db";
import { call } from "./testing/call";
import { candidateFields, type Key, makeKey, makePerson, type Person } from "./testing/seed";

let owner: Person;
let manager: Key;

beforeAll(async () => {
  owner = await makePerson();
  manager = await makeKey(owner, ["*"]);
});

const trailOf = (target_id: string) =>
  db().auditEntry.findMany({ where: { target_id }, omit: { seq: true }, orderBy: { created_at: "asc" } });
const eventsOf = (id: string) =>
  db().event.findMany({ where: { data: { path: ["id"], equals: id } }, orderBy: { created_at: "asc" } });

describe("each write leaves", () => {
  test("who did it, in whose name, from where, in which request", async () => {
    const address = "198.51.100.50";
    const answer = await call(manager.key, "/candidates", {
      method: "POST",
      body: candidateFields(),
      address,
      headers: { "User-Agent": "sync/1.0" },
    });
    expect(await trailOf(answer.body.data.id)).toMatchObject([
      {
        organization_id: owner.organization_id,
        actor_kind: "key",
        actor_id: manager.id,
        owner_id: owner.id,
        action: "candidate.created",
        target_type: "candidate",
        changes: { fields: ["full_name", "email"] },
        address,
        user_agent: "sync/1.0",
        request_id: answer.headers.get("X-Request-Id"),
      },
    ]);
  });

  test("an event with the public form of the row, as it was answered", async () => {
    const made = (await call(manager.key, "/candidates", { method: "POST", body: candidateFields() })).body
      .data;
    const path = `/candidates/${made.id}`;
    const changed = (await call(manager.key, path, { method: "PATCH", body: { tags: ["x"] } })).body.data;
    await call(manager.key, path, { method: "DELETE" });
    expect((await eventsOf(made.id)).map(({ type, data }) => [type, data])).toEqual([
      ["candidate.created", made],
      ["candidate.updated", changed],
      ["candidate.deleted", changed],
    ]);
    const actions = (await trailOf(made.id)).map(({ action }) => action);
    expect(actions).toEqual(["candidate.created", "candidate.updated", "candidate.deleted"]);
  });

  test("of a key, never its secret", async () => {
    const { key, id } = (
      await call<{ key: string; id: string }>(manager.key, "/api-keys", {
        method: "POST",
        body: { name: "Sync", scopes: ["read"] },
      })
    ).body.data;
    await call(key, "/api-keys/current", { method: "DELETE", body: { reason: "Done" } });
    const left = JSON.stringify([await trailOf(id), await eventsOf(id)]);
    expect(left).toContain("api_key.created");
    expect(left).toContain("api_key.revoked");
    expect(left).not.toContain(key.slice(12, 36));
  });

  test("no name or address of a candidate in the trail, which is for ever", async () => {
    const fields = candidateFields({ phone: "+43 1 23456" });
    const { id } = (await call(manager.key, "/candidates", { method: "POST", body: fields })).body.data;
    const trail = JSON.stringify(await trailOf(id));
    for (const value of Object.values(fields)) expect(trail).not.toContain(value);
  });
});

test("a write that fails leaves nothing", async () => {
  const actor = operator(owner.organization_id);
  const target = randomUUID();
  const failing = change(actor, async (tx, record) => {
    await tx.candidate.create({
      data: { organization_id: owner.organization_id, full_name: "Nobody", email: "nobody@candidate.test" },
    });
    record.audit("candidate.created", "candidate", target);
    record.event("candidate.created", { id: target });
    throw new Error("after the write");
  });
  await expect(failing).rejects.toThrow("after the write");
  expect(await trailOf(target)).toEqual([]);
  expect(await eventsOf(target)).toEqual([]);
  expect(await db().candidate.count({ where: { email: "nobody@candidate.test" } })).toBe(0);
});

describe("the audit trail cannot be made not to have happened", () => {
  test.each([
    ["update", "UPDATE audit_entries SET action = 'nothing'"],
    ["delete", "DELETE FROM audit_entries"],
    ["truncate", "TRUNCATE audit_entries"],
    ["truncate with its organization", "TRUNCATE organizations CASCADE"],
  ])("%s is refused", async (_, statement) => {
    const before = await db().auditEntry.count();
    await expect(db().$executeRawUnsafe(statement)).rejects.toThrow("append-only");
    expect(await db().auditEntry.count()).toBeGreaterThanOrEqual(before);
  });

  test("nor by way of its organization", async () => {
    await expect(db().organization.delete({ where: { id: owner.organization_id } })).rejects.toThrow();
  });
});

describe("who writes is who they were when they began", () => {
  const begun = (by: Actor, meanwhile: () => Promise<unknown>) =>
    change(by, async (tx) => {
      await meanwhile();
      await tx.department.create({ data: { organization_id: by.organizationId, name: randomUUID() } });
    });

  test.each([
    ["shut out", { disabled_at: new Date() }, "unauthorized"],
    ["demoted", { role: "viewer" }, "forbidden"],
  ] as const)("a person who was %s meanwhile leaves nothing", async (_, data, code) => {
    const admin = await makePerson();
    const by = person(admin, NOWHERE);
    const write = begun(by, () => db().user.update({ where: { id: admin.id }, data }));
    await expect(write).rejects.toMatchObject({ code });
    expect(await db().department.count({ where: { organization_id: admin.organization_id } })).toBe(0);
  });

  type Meanwhile = (key: string, owner: Person, heir: Person) => Promise<unknown>;
  const OF_KEYS: [string, Meanwhile, object][] = [
    [
      "whose owner was demoted",
      (_, { id }) => db().user.update({ where: { id }, data: { role: "viewer" } }),
      { code: "forbidden" },
    ],
    [
      "that was narrowed",
      (id) => db().apiKey.update({ where: { id }, data: { scopes: ["jobs:read"] } }),
      { code: "forbidden" },
    ],
    [
      "that was revoked",
      (id) => db().apiKey.update({ where: { id }, data: { revoked_at: new Date() } }),
      { code: "unauthorized" },
    ],
    [
      "that was handed over",
      (id, _, heir) => db().apiKey.update({ where: { id }, data: { owner_id: heir.id } }),
      { code: "server_error", status: 503 },
    ],
  ];
  test.each(OF_KEYS)("a key %s meanwhile leaves nothing", async (_, meanwhile, refusal) => {
    const admin = await makePerson();
    const organization = { id: admin.organization_id, name: "", plan: "enterprise" } as const;
    const heir = await makePerson("admin", organization);
    const { id, key } = await makeKey(admin, ["jobs:write"]);
    const verdict = await verify(key, new Date());
    if (!verdict.ok) throw new Error(verdict.why);
    const by = keyActor(verdict.key, NOWHERE);
    requireScope(by, "jobs:write");
    await expect(begun(by, () => meanwhile(id, admin, heir))).rejects.toMatchObject(refusal);
    expect(await db().department.count({ where: { organization_id: organization.id } })).toBe(0);
  });

  test("what the write itself made of them is no such thing", async () => {
    const admin = await makePerson();
    await change(person(admin, NOWHERE), (tx) =>
      tx.user.update({ where: { id: admin.id }, data: { role: "viewer" } }),
    );
    expect(await db().user.findUniqueOrThrow({ where: { id: admin.id } })).toMatchObject({ role: "viewer" });
  });
});
