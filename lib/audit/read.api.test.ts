import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { type Actor, NOWHERE, operator, person } from "@/lib/access/actor";
import { changeKey } from "@/lib/api-keys/change-key";
import { change } from "@/lib/change";
import { db } from "@/lib/db";
import { makeKey, makePerson, type Person } from "@/lib/testing/seed";
import { mintSecret } from "@/lib/webhooks/secret";
import { exportAuditLog } from "./export";
import type { AuditFilter } from "./filter";
import { auditLog } from "./read";

const NOW = new Date();
const FROM = { address: "198.51.100.77", userAgent: "agent/1", requestId: randomUUID() };
let admin: Person;
let actor: Actor;
let keyId: string;

beforeAll(async () => {
  admin = await makePerson();
  actor = person(admin, FROM, NOW);
  keyId = (await makeKey(admin, ["read"])).id;
  await changeKey(actor, keyId, { name: "Nightly export" }, NOW);
});

const actions = async (filter: AuditFilter) =>
  (await auditLog(actor, filter, { limit: 10 })).map(({ action }) => action);

test("tells who did what to what, when and from where, newest first", async () => {
  const [last, first] = await auditLog(actor, {}, { limit: 10 });
  expect(last).toMatchObject({
    seq: "2",
    action: "api_key.changed",
    actor: { kind: "person", id: admin.id, name: admin.name, email: admin.email },
    target: { type: "api_key", id: keyId, name: "Nightly export" },
    changes: { name: { to: "Nightly export" } },
    address: FROM.address,
    user_agent: FROM.userAgent,
    request_id: FROM.requestId,
  });
  expect(first).toMatchObject({ action: "api_key.created", actor: { kind: "operator", name: null } });
});

test.each<[string, () => AuditFilter, string[]]>([
  ["a category", () => ({ category: "keys" }), ["api_key.changed", "api_key.created"]],
  ["a category that nothing is in", () => ({ category: "webhooks" }), []],
  ["a kind of actor", () => ({ kind: "operator" }), ["api_key.created"]],
  ["a time", () => ({ before: new Date(0) }), []],
  ["part of a key's name", () => ({ search: "htly EXP" }), ["api_key.changed", "api_key.created"]],
  ["part of a person's name", () => ({ search: admin.name.slice(8) }), ["api_key.changed"]],
  ["an e-mail", () => ({ search: admin.email }), ["api_key.changed"]],
  ["an address", () => ({ search: "198.51.100.77" }), ["api_key.changed"]],
  ["a request id", () => ({ search: FROM.requestId }), ["api_key.changed"]],
  ["wildcards, which stand for themselves", () => ({ search: "%" }), []],
  ["several at once", () => ({ search: admin.email, kind: "operator" }), []],
])("filters by %s", async (_, filter, expected) => {
  expect(await actions(filter())).toEqual(expected);
});

test("pages by the last entry of the page before, ties included", async () => {
  const other = await makePerson();
  const by = person(other, NOWHERE, NOW);
  await change(by, async (_, record) => {
    for (let n = 0; n < 5; n++) record.audit("department.created", "department", randomUUID(), { n }, NOW);
  });
  const seen: unknown[] = [];
  for (let after: string | undefined; ; ) {
    const page = await auditLog(by, {}, { limit: 2, after });
    seen.push(...page.map(({ changes }) => changes.n));
    if (page.length < 2) break;
    after = page.at(-1)?.id;
  }
  expect(seen).toEqual([4, 3, 2, 1, 0]);
});

test("a webhook is named by what it is for, else by its host", async () => {
  const owner = await makePerson();
  const by = person(owner, NOWHERE, NOW);
  const ids = await Promise.all(
    ["CRM", null].map(async (description) => {
      const id = randomUUID();
      const of = { organization_id: owner.organization_id, owner_id: owner.id };
      const data = {
        id,
        ...of,
        url: "https://hooks.example.com/in?token=abc",
        description,
        ...mintSecret(id),
      };
      await db().webhook.create({ data });
      return id;
    }),
  );
  await change(by, async (_, record) => {
    for (const id of ids) record.audit("webhook.updated", "webhook", id);
  });
  const names = (await auditLog(by, {}, { limit: 10 })).map(({ target }) => target.name);
  expect(names.sort()).toEqual(["CRM", "hooks.example.com"]);
});

describe("is for the organization's admins only", () => {
  test.each(["recruiter", "hiring_manager", "viewer"] as const)("not for a %s", async (role) => {
    const by = person(await makePerson(role), NOWHERE);
    await expect(auditLog(by, {}, { limit: 1 })).rejects.toMatchObject({ code: "forbidden" });
    await expect(exportAuditLog(by, {}, "csv")).rejects.toMatchObject({ code: "forbidden" });
  });

  test("not for another organization's, by search or by cursor", async () => {
    const stranger = person(await makePerson(), NOWHERE);
    const [last] = await auditLog(actor, {}, { limit: 1 });
    expect(await auditLog(stranger, { search: "Nightly" }, { limit: 10 })).toEqual([]);
    expect(await auditLog(stranger, {}, { limit: 10, after: last?.id })).toEqual([]);
  });
});

describe("exported", () => {
  const textOf = async (by: Actor, format: "csv" | "jsonl", filter: AuditFilter = {}) => {
    let text = "";
    for await (const part of await exportAuditLog(by, filter, format)) text += part;
    return text;
  };

  test("as JSON lines it has every entry with its link, and is noted itself", async () => {
    const by = person(await makePerson(), NOWHERE, NOW);
    const entries = 1_203;
    await change(by, async (_, record) => {
      for (let n = 0; n < entries; n++) record.audit("department.created", "department", randomUUID(), { n });
    });
    const lines = (await textOf(by, "jsonl"))
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(lines).toHaveLength(entries);
    expect(new Set(lines.map(({ id }) => id)).size).toBe(entries);
    const { link, key_version } = await db().auditEntry.findUniqueOrThrow({ where: { id: lines[0].id } });
    const linked = { link: Buffer.from(link ?? []).toString("hex"), key_version };
    expect(lines[0]).toMatchObject({ ...linked, owner_id: by.ownerId });
    expect((await auditLog(by, {}, { limit: 1 }))[0]).toMatchObject({
      action: "audit_log.exported",
      changes: { format: "jsonl" },
    });
  });

  test.each(["a\n=1+1", "a\r=1+1"])("as CSV %j begins no row of its own", async (name) => {
    const owner = await makePerson();
    await db().user.update({ where: { id: owner.id }, data: { name } });
    const by = person(owner, NOWHERE, NOW);
    await change(by, async (_, record) => record.audit("user.proven", "user", owner.id));
    expect(await textOf(by, "csv")).toContain(`,"${name}",`);
  });

  test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"])("as CSV %j is no formula", async (name) => {
    const owner = await makePerson();
    await db().user.update({ where: { id: owner.id }, data: { name } });
    const by = person(owner, { ...NOWHERE, userAgent: `${name}"x` }, NOW);
    await change(by, async (_, record) => record.audit("user.proven", "user", owner.id));
    const csv = await textOf(by, "csv");
    expect(csv).toContain(`'${name}`);
    const cells = csv.split(/\r\n|,(?=(?:[^"]*"[^"]*")*[^"]*$)/).map((cell) => cell.replace(/^"/, ""));
    expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
  });

  test("as CSV an entry has in whose name it was done, its link and the version of its key", async () => {
    const by = person(await makePerson(), NOWHERE, NOW);
    await change(by, async (_, record) => record.audit("user.proven", "user", by.id as string));
    const [header, row] = (await textOf(by, "csv")).split("\r\n").map((line) => line.split(","));
    const cells = Object.fromEntries((header ?? []).map((name, index) => [name, row?.[index]]));
    expect(cells).toMatchObject({
      owner_id: by.ownerId,
      key_version: "1",
      link: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  test("as CSV an empty log is its header", async () => {
    const by = operator((await makePerson()).organization_id);
    expect(await textOf(by, "csv")).toMatch(/^created_at,action,[a-z_,]+\r\n$/);
  });
});
