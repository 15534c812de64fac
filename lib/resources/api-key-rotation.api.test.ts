import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { operator } from "@/lib/access/actor";
import { changeRole } from "@/lib/auth/change-role";
import { db } from "@/lib/db";
import { call, type Row } from "@/lib/testing/call";
import {
  type Key,
  makeKey,
  makeOrganization,
  makePerson,
  type Organization,
  type Person,
} from "@/lib/testing/seed";

const DAY = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY);
type Minted = Row & { key: string };

let organization: Organization;
let admin: Person;
let manager: Key;

beforeEach(async () => {
  organization = await makeOrganization();
  admin = await makePerson("admin", organization);
  manager = await makeKey(admin, ["*"]);
});

const rotate = (id: string, body: unknown = {}, by: Key = manager, headers = {}) =>
  call<Minted>(by.key, `/api-keys/${id}/rotate`, { method: "POST", body, headers });
const rotateItself = (key: Key, body: unknown = {}) =>
  call<Minted>(key.key, "/api-keys/current/rotate", { method: "POST", body });
const get = async (id: string) => (await call(manager.key, `/api-keys/${id}`)).body.data;
const patch = (id: string, body: unknown) => call(manager.key, `/api-keys/${id}`, { method: "PATCH", body });
const statusOfCall = async (key: string) => (await call(key, "/candidates")).status;
const successors = (id: string) => db().apiKey.count({ where: { rotated_from_id: id } });

describe("a rotated key", () => {
  test("hands over to a new one with everything it had", async () => {
    const old = await makeKey(admin, ["candidates:read", "bulk:write"], {
      name: "Nightly",
      description: "Export",
      allowed_ips: ["2001:db8::/32"],
      rate_limit: 70,
      on_leak: "alert",
    });
    const { status, headers, body } = await rotate(old.id, { grace_period_seconds: 3_600 });
    expect(status).toBe(201);
    expect(headers.get("Location")).toBe(`/api/v1/api-keys/${body.data.id}`);
    expect(body.data).toMatchObject({
      name: "Nightly",
      description: "Export",
      scopes: ["candidates:read", "bulk:write"],
      allowed_ips: ["2001:db8::/32"],
      rate_limit: 70,
      on_leak: "alert",
      owner: { id: admin.id },
      created_by_key_id: manager.id,
      expires_at: null,
      rotated_from: old.id,
    });
    expect(body.data.key).toMatch(/^pk_live_[A-Za-z0-9_-]{32}$/);
    const before = await get(old.id);
    expect(before).toMatchObject({ status: "expiring", rotated_to: body.data.id });
    expect(Date.parse(String(before.expires_at))).toBeGreaterThan(Date.now() + 3_500_000);
    expect([await statusOfCall(old.key), await statusOfCall(body.data.key)]).toEqual([200, 200]);
  });

  test("ends at once without a grace period, and its holder learns that it was rotated", async () => {
    const old = await makeKey(admin, ["candidates:read"]);
    expect(await statusOfCall(old.key)).toBe(200);
    const { key } = (await rotate(old.id)).body.data;
    expect(await statusOfCall(key)).toBe(200);
    const answer = await call(old.key, "/candidates");
    expect(answer.status).toBe(401);
    expect(answer.headers.get("WWW-Authenticate")).toContain('error_description="The API key was rotated"');
  });

  test("never lives longer than it would have", async () => {
    const end = inDays(0.5);
    const old = await makeKey(admin, ["read"], { expires_at: end });
    await rotate(old.id, { grace_period_seconds: 604_800 });
    expect((await get(old.id)).expires_at).toBe(end.toISOString());
  });

  test("can be ended, disabled or revoked before its grace is over, and not changed otherwise", async () => {
    const old = await makeKey(admin, ["candidates:read"]);
    const { id } = (await rotate(old.id, { grace_period_seconds: 3_600 })).body.data;
    for (const body of [{ name: "x" }, { expires_at: null }, { expires_at: inDays(1) }, { scopes: ["read"] }])
      expect((await patch(old.id, body)).status).toBe(409);
    expect((await patch(old.id, { enabled: false })).body.data.status).toBe("disabled");
    expect((await patch(old.id, { enabled: true })).status).toBe(409);
    expect((await patch(old.id, { expires_at: new Date() })).body.data.status).toBe("expired");
    expect(await get(id)).toMatchObject({ status: "active" });
  });

  test("leaves one trail: what became of which", async () => {
    const old = await makeKey(admin, ["read"]);
    const { id } = (await rotate(old.id, { grace_period_seconds: 60 })).body.data;
    const entries = await db().auditEntry.findMany({
      omit: { seq: true },
      where: { target_id: { in: [old.id, id] }, actor_id: manager.id },
      orderBy: { id: "asc" },
    });
    expect(entries.map(({ action, target_id }) => [action, target_id])).toEqual([
      ["api_key.rotated", old.id],
      ["api_key.created", id],
    ]);
    const events = await db().event.findMany({
      where: { organization_id: organization.id, type: "api_key.rotated" },
    });
    expect(events.map(({ data }) => (data as Row).id)).toEqual([id]);
    expect(JSON.stringify([entries, events])).not.toContain(old.key);
  });
});

describe("how long the new key lives", () => {
  test("is never past the years that can be written", async () => {
    const old = await makeKey(admin, ["read"], {
      created_at: inDays(-2),
      expires_at: new Date("9999-12-31T23:59:59Z"),
    });
    const { status, body } = await rotate(old.id);
    expect([status, body.data.expires_at]).toEqual([201, "9999-12-31T23:59:59.999Z"]);
    expect((await call(manager.key, "/api-keys")).status).toBe(200);
  });

  const days = (data: Row) => (Date.parse(String(data.expires_at)) - Date.now()) / DAY;

  test("as long as the old one was given, from now on", async () => {
    const columns = { created_at: inDays(-20), expires_at: inDays(10) };
    const old = await makeKey(admin, ["read"], columns);
    expect(days((await rotate(old.id)).body.data)).toBeCloseTo(30, 2);
  });

  test("as long as one says, or without end", async () => {
    const [one, two] = [
      await makeKey(admin, ["read"], { expires_at: inDays(3) }),
      await makeKey(admin, ["read"], { expires_at: inDays(3) }),
    ];
    expect(days((await rotate(one.id, { expires_at: inDays(90) })).body.data)).toBeCloseTo(90, 2);
    expect((await rotate(two.id, { expires_at: null })).body.data.expires_at).toBeNull();
  });

  test("422 for a moment that is past, and nothing is changed", async () => {
    const old = await makeKey(admin, ["read"]);
    const answer = await rotate(old.id, { expires_at: inDays(-1) });
    expect(answer.status).toBe(422);
    expect(answer.body.errors).toMatchObject([{ field: "expires_at" }]);
    expect(await successors(old.id)).toBe(0);
  });

  test.each([-1, 604_801, 1.5, "3600", null])("422 for a grace of %j", async (grace_period_seconds) => {
    const old = await makeKey(admin, ["read"]);
    const answer = await rotate(old.id, { grace_period_seconds });
    expect(answer.body.errors).toMatchObject([{ field: "grace_period_seconds" }]);
  });
});

describe("409 and no successor", () => {
  test.each([
    ["revoked", { revoked_at: new Date() }],
    ["expired", { expires_at: inDays(-1) }],
    ["disabled", { enabled: false }],
    ["about to end", { ends_at: inDays(1) }],
  ])("for a key that is %s", async (_, columns) => {
    const old = await makeKey(admin, ["read"], columns);
    const answer = await rotate(old.id);
    expect([answer.status, answer.body.errors?.[0]?.code]).toEqual([409, "conflict"]);
    expect(await successors(old.id)).toBe(0);
  });

  test("for a key that was rotated, and for its successor while both work", async () => {
    const old = await makeKey(admin, ["read"]);
    const next = (await rotate(old.id, { grace_period_seconds: 3_600 })).body.data;
    expect((await rotate(old.id)).status).toBe(409);
    expect((await rotate(next.id)).status).toBe(409);
    expect(await statusOfCall(next.key)).toBe(200);
    await patch(old.id, { expires_at: new Date() });
    expect((await rotate(next.id)).status).toBe(201);
  });

  test("for a key whose owner may do nothing of what it was given", async () => {
    const recruiter = await makePerson("recruiter", organization);
    const old = await makeKey(recruiter, ["candidates:write"]);
    await changeRole(operator(organization.id), recruiter.id, "viewer", new Date());
    expect((await rotate(old.id)).status).toBe(409);
  });
});

describe("what the new key may do", () => {
  test("is what the old one really could: a broad scope shrinks with its owner's role", async () => {
    const recruiter = await makePerson("recruiter", organization);
    const old = await makeKey(recruiter, ["read", "candidates:write"]);
    await changeRole(operator(organization.id), recruiter.id, "viewer", new Date());
    expect((await rotate(old.id)).body.data).toMatchObject({ scopes: ["read"], owner: { id: recruiter.id } });

    const former = await makePerson("admin", organization);
    const full = await makeKey(former, ["*"]);
    await changeRole(operator(organization.id), former.id, "viewer", new Date());
    const { scopes } = (await rotate(full.id)).body.data;
    expect(scopes).toHaveLength(7);
    expect((scopes as string[]).every((scope) => scope.endsWith(":read"))).toBe(true);
  });

  test("a key with * stays one", async () => {
    const old = await makeKey(admin, ["*"]);
    expect((await rotate(old.id)).body.data.scopes).toEqual(["*"]);
  });
});

describe("a managing key rotates within its own bounds", () => {
  test("a key that may be used from elsewhere, faster or longer: 403", async () => {
    const end = inDays(30);
    const restrictions = { expires_at: end, rate_limit: 50, allowed_ips: ["2001:db8::/32"] };
    const bound = await makeKey(admin, ["*"], restrictions);
    const free = await makeKey(admin, ["read"]);
    expect((await rotate(free.id, {}, bound)).status).toBe(403);
    const like = await makeKey(admin, ["read"], { ...restrictions, created_at: inDays(-60) });
    expect((await rotate(like.id, { expires_at: inDays(31) }, bound)).status).toBe(403);
    expect((await rotate(like.id, {}, bound)).body.data.expires_at).toBe(end.toISOString());
  });

  test("needs * and its own organization", async () => {
    const most = await makeKey(admin, ["read", "write"]);
    const old = await makeKey(admin, ["read"]);
    expect((await rotate(old.id, {}, most)).status).toBe(403);
    const stranger = await makeKey(await makePerson(), ["*"]);
    expect((await rotate(old.id, {}, stranger)).status).toBe(404);
    expect((await rotate(randomUUID())).status).toBe(404);
  });
});

describe("a key that rotates itself", () => {
  test("works on for ten minutes at least, by its own id too", async () => {
    const tooShort = await rotate(manager.id, { grace_period_seconds: 599 });
    expect([tooShort.status, tooShort.body.errors?.[0]?.field]).toEqual([422, "grace_period_seconds"]);
    expect((await rotate(manager.id)).status).toBe(422);
    expect(await successors(manager.id)).toBe(0);
    expect((await rotate(manager.id, { grace_period_seconds: 600 })).status).toBe(201);
  });

  test("needs no scope for it, and works on for an hour", async () => {
    const old = await makeKey(admin, ["offers:read"]);
    const { status, body } = await rotateItself(old);
    expect(status).toBe(201);
    expect(body.data).toMatchObject({
      scopes: ["offers:read"],
      created_by_key_id: old.id,
      rotated_from: old.id,
    });
    const { expires_at } = await get(old.id);
    expect(Date.parse(String(expires_at)) - Date.now()).toBeGreaterThan(3_500_000);
    expect((await rotateItself(old)).status).toBe(409);
    expect((await rotateItself(body.data)).status).toBe(409);
  });

  test("lives no longer by it: its end stays unless it asks for an earlier one", async () => {
    const end = inDays(10);
    const made = () => makeKey(admin, ["read"], { created_at: inDays(-80), expires_at: end });
    expect((await rotateItself(await made())).body.data.expires_at).toBe(end.toISOString());
    const sooner = inDays(5).toISOString();
    expect((await rotateItself(await made(), { expires_at: sooner })).body.data.expires_at).toBe(sooner);
    for (const expires_at of [inDays(11), null])
      expect((await rotateItself(await made(), { expires_at })).status).toBe(403);
  });

  test.each([0, 599, 604_801])("422 for a grace of %d seconds", async (grace_period_seconds) => {
    const old = await makeKey(admin, ["read"]);
    expect((await rotateItself(old, { grace_period_seconds })).status).toBe(422);
  });
});

describe("asked twice", () => {
  test("under one name: one successor, and its secret again", async () => {
    const old = await makeKey(admin, ["read"]);
    const headers = { "Idempotency-Key": randomUUID() };
    const first = await rotate(old.id, { grace_period_seconds: 600 }, manager, headers);
    const again = await rotate(old.id, { grace_period_seconds: 600 }, manager, headers);
    expect([again.status, again.headers.get("Idempotency-Replayed")]).toEqual([201, "true"]);
    expect(again.body.data.key).toBe(first.body.data.key);
    expect(await successors(old.id)).toBe(1);
  });

  test("at once, twelve times: one successor, and it works", async () => {
    const old = await makeKey(admin, ["candidates:read"]);
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => rotate(old.id, { grace_period_seconds: 600 })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(11).fill(409)]);
    expect(await successors(old.id)).toBe(1);
    const won = answers.find(({ status }) => status === 201);
    expect(await statusOfCall(won?.body.data.key ?? "")).toBe(200);
  });

  test("while it is revoked: either it was rotated before, or there is no successor", async () => {
    for (let round = 0; round < 5; round++) {
      const old = await makeKey(admin, ["read"]);
      const revoke = () => call(manager.key, `/api-keys/${old.id}`, { method: "DELETE" });
      const [rotated, revoked] = await Promise.all([rotate(old.id, { grace_period_seconds: 600 }), revoke()]);
      expect(revoked.status).toBe(200);
      expect([201, 409]).toContain(rotated.status);
      expect(await successors(old.id)).toBe(rotated.status === 201 ? 1 : 0);
      expect((await get(old.id)).status).toBe("revoked");
    }
  });

  test("while it is narrowed: the new key never has what was taken away before", async () => {
    for (let round = 0; round < 5; round++) {
      const old = await makeKey(admin, ["candidates:read", "jobs:read"]);
      const narrow = () => patch(old.id, { scopes: ["jobs:read"] });
      const [rotated, narrowed] = await Promise.all([
        rotate(old.id, { grace_period_seconds: 600 }),
        narrow(),
      ]);
      expect(rotated.status).toBe(201);
      // Rotated first, the old key takes no more changes; narrowed first, so is its successor.
      expect([200, 409]).toContain(narrowed.status);
      const scopes = narrowed.status === 200 ? ["jobs:read"] : ["candidates:read", "jobs:read"];
      expect(rotated.body.data.scopes).toEqual(scopes);
    }
  });

  test("by itself while its end is moved: the new key never outlives what the old one was left", async () => {
    for (let round = 0; round < 5; round++) {
      const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
      const old = await makeKey(admin, ["read"], { expires_at: day(300) });
      await call(old.key, "/jobs");
      const body = { grace_period_seconds: 600, expires_at: day(299) };
      const [shortened, rotated] = await Promise.all([
        patch(old.id, { expires_at: day(2) }),
        call(old.key, "/api-keys/current/rotate", { method: "POST", body }),
      ]);
      // Rotated first, the old key takes no later end than its grace; shortened first, its successor has no more.
      expect([
        [200, 403],
        [409, 201],
      ]).toContainEqual([shortened.status, rotated.status]);
    }
  });
});
