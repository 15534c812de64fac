import { beforeAll, describe, expect, test } from "vitest";
import { type Actor, NOWHERE, operator, person } from "@/lib/access/actor";
import { change } from "@/lib/change";
import { call } from "@/lib/testing/call";
import { makeKey, makePerson, type Organization, type Person } from "@/lib/testing/seed";
import { chainOf } from "./chain";
import { changeKey } from "./change-key";
import { givenSince } from "./given-since";
import { revokeKey } from "./revoke";
import { rotateKey } from "./rotate";
import { trailOf } from "./trail";

const now = new Date();
let admin: Person;
let organization: Organization;
let actor: Actor;
let stranger: Actor;
let colleague: Actor;

beforeAll(async () => {
  admin = await makePerson();
  actor = person(admin, NOWHERE, now);
  stranger = operator((await makePerson()).organization_id);
  organization = { id: admin.organization_id, name: "", plan: "pro" };
  colleague = person(await makePerson("recruiter", organization), NOWHERE, now);
});

describe("the chain of a key", () => {
  test("is the same from each of its links, oldest first", async () => {
    const { id: first } = await makeKey(admin, ["read"]);
    const { id: second } = await rotateKey(actor, first, { grace_period_seconds: 0 }, now);
    const { id: third } = await rotateKey(actor, second, { grace_period_seconds: 60 }, now);
    for (const id of [first, second, third]) {
      const chain = await chainOf(actor, id, now);
      expect(chain.map((link) => link.id)).toEqual([first, second, third]);
      expect(chain.map((link) => link.status)).toEqual(["expired", "expiring", "active"]);
    }
  });

  test("is empty for whoever does not manage the key", async () => {
    const { id } = await makeKey(admin, ["read"]);
    expect(await chainOf(stranger, id, now)).toEqual([]);
    expect(await chainOf(colleague, id, now)).toEqual([]);
  });
});

describe("the trail of a key", () => {
  test("tells who did what, newest first, a page at a time", async () => {
    const { id } = await makeKey(admin, ["read", "write"]);
    await changeKey(actor, id, { scopes: ["read"] }, now);
    const [narrowed, created, ...others] = await trailOf(actor, id, { limit: 10 });
    expect(others).toEqual([]);
    expect(narrowed).toMatchObject({ action: "api_key.changed", by: admin.name, kind: "person" });
    expect(narrowed?.changes).toEqual({ scopes: { from: ["read", "write"], to: ["read"] } });
    expect(created).toMatchObject({ action: "api_key.created", by: null, kind: "operator" });
    const [last] = await trailOf(actor, id, { limit: 1, before: narrowed?.id });
    expect(last?.id).toBe(created?.id);
    await revokeKey(actor, id, { reason: null, descendants: false }, now);
    const revocations = await trailOf(actor, id, { limit: 10, action: "api_key.revoked" });
    expect(revocations).toMatchObject([{ action: "api_key.revoked", by: admin.name }]);
  });

  test("an expiry stands where it happened, however late it was written down", async () => {
    const ago = (ms: number) => new Date(now.getTime() - ms);
    const { id } = await makeKey(admin, ["read"]);
    await change(actor, async (_, record) => {
      record.audit("api_key.changed", "api_key", id, {}, ago(1_000));
      record.audit("api_key.leaked", "api_key", id, {}, ago(3_000));
      record.audit("api_key.expired", "api_key", id, {}, ago(2_000));
    });
    const seen: string[] = [];
    for (let last: string | undefined; seen.length < 3; ) {
      const [entry] = await trailOf(actor, id, { limit: 1, before: last });
      if (entry?.action !== "api_key.created") seen.push(String(entry?.action));
      last = entry?.id;
    }
    expect(seen).toEqual(["api_key.changed", "api_key.expired", "api_key.leaked"]);
  });

  test("tells a key's owner what an admin did, but not from where", async () => {
    const viewer = await makePerson("viewer", organization);
    const { id } = await makeKey(viewer, ["read"]);
    const from = { address: "198.51.100.9", userAgent: null, requestId: "request" };
    await changeKey(person(admin, from, now), id, { enabled: false }, now);
    await changeKey(person(viewer, from, now), id, { name: "Mine" }, now);
    const seen = async (by: Actor) =>
      (await trailOf(by, id, { limit: 2 })).map(({ by, address, request_id }) => [by, address, request_id]);
    expect(await seen(person(viewer, NOWHERE))).toEqual([
      [viewer.name, "198.51.100.9", "request"],
      [admin.name, null, null],
    ]);
    expect(await seen(actor)).toEqual([
      [viewer.name, "198.51.100.9", "request"],
      [admin.name, "198.51.100.9", "request"],
    ]);
  });

  test("names no key that its reader does not manage", async () => {
    const viewer = await makePerson("viewer", organization);
    const { id } = await makeKey(viewer, ["read"]);
    const manager = await makeKey(admin, ["*"]);
    const change = { method: "PATCH", body: { description: "changed" } };
    expect((await call(manager.key, `/api-keys/${id}`, change)).status).toBe(200);
    const [seen] = await trailOf(person(viewer, NOWHERE), id, { limit: 1 });
    expect(seen).toMatchObject({ kind: "key", by: null });
    expect((await trailOf(actor, id, { limit: 1 }))[0]?.by).not.toBeNull();
  });

  test("is nobody else's", async () => {
    const { id } = await makeKey(admin, ["read"]);
    await expect(trailOf(stranger, id, { limit: 10 })).rejects.toMatchObject({ code: "not_found" });
    await expect(trailOf(colleague, id, { limit: 10 })).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("what a key was given since an instant", () => {
  const before = new Date(now.getTime() - 60_000);

  test("is what it could not do at some time since, whatever else was changed", async () => {
    const { id } = await makeKey(admin, ["jobs:read", "candidates:read"]);
    await changeKey(actor, id, { name: "Another" }, now);
    expect(await givenSince(actor, id, before)).toEqual([]);
    await changeKey(actor, id, { scopes: ["jobs:read"] }, now);
    expect(await givenSince(actor, id, before)).toEqual([]);
    await changeKey(actor, id, { scopes: ["jobs:read", "candidates:read", "offers:write"] }, now);
    expect(await givenSince(actor, id, before)).toEqual(["candidates:read", "offers:write"]);
    await changeKey(actor, id, { scopes: ["*"] }, now);
    expect(await givenSince(actor, id, before)).toContain("*");
    expect(await givenSince(actor, id, new Date(Date.now() + 60_000))).toEqual([]);
  });

  test("is nobody else's", async () => {
    const { id } = await makeKey(admin, ["read"]);
    await expect(givenSince(stranger, id, before)).rejects.toMatchObject({ code: "not_found" });
    await expect(givenSince(colleague, id, before)).rejects.toMatchObject({ code: "not_found" });
  });
});
