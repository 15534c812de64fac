import { randomUUID } from "node:crypto";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { beforeEach, describe, expect, test } from "vitest";
import { NOWHERE, operator, person } from "@/lib/access/actor";
import { descendantsOf, revokeKey } from "@/lib/api-keys/revoke";
import { MAX_LIVING_KEYS } from "@/lib/api-keys/schema";
import { mint } from "@/lib/api-keys/token";
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

let organization: Organization;
let admin: Person;
let manager: Key;

beforeEach(async () => {
  organization = await makeOrganization();
  admin = await makePerson("admin", organization);
  manager = await makeKey(admin, ["*"]);
});

const generate = (fields: Record<string, unknown> = {}, by: Key = manager) =>
  call<Row & { key: string }>(by.key, "/api-keys", {
    method: "POST",
    body: { name: "Sync", scopes: ["candidates:read"], ...fields },
  });
const get = (id: string) => call(manager.key, `/api-keys/${id}`);
const patch = (id: string, body: unknown, by: Key = manager) =>
  call(by.key, `/api-keys/${id}`, { method: "PATCH", body });
const revoke = (id: string, body?: unknown) =>
  call(manager.key, `/api-keys/${id}`, { method: "DELETE", body });
const statusOfCall = async (key: string) => (await call(key, "/candidates")).status;

describe("generating", () => {
  test("answers with the key this once; it works from the next call on", async () => {
    const { body } = await generate({ description: "Nightly" });
    expect(body.data).toMatchObject({
      name: "Sync",
      description: "Nightly",
      scopes: ["candidates:read"],
      effective_scopes: ["candidates:read"],
      status: "active",
      enabled: true,
      expires_at: null,
      allowed_ips: null,
      rate_limit: null,
      on_leak: "revoke",
      owner: { id: admin.id, name: admin.name },
      created_by_key_id: manager.id,
      last_used_at: null,
      rotated_from: null,
      rotated_to: null,
    });
    expect(body.data.key).toMatch(/^pk_live_[A-Za-z0-9_-]{32}$/);
    expect(body.data.key_prefix).toBe(body.data.key.slice(0, 12));
    expect(body.data.last_four).toBe(body.data.key.slice(-4));
    expect(await statusOfCall(body.data.key)).toBe(200);
  });

  test("leaves the secret in no other answer, and its hash in none at all", async () => {
    const { key, id } = (await generate()).body.data;
    const answers = [
      await get(id),
      await call(manager.key, "/api-keys"),
      await call(key, "/api-keys/current"),
      await patch(id, { name: "Renamed" }),
      await revoke(id),
    ];
    const stored = await db().apiKey.findUniqueOrThrow({ where: { id }, select: { key_hash: true } });
    const hash = Buffer.from(stored.key_hash);
    for (const { text } of answers) {
      for (const secret of [key.slice(12, 36), hash.toString("hex"), hash.toString("base64"), "key_hash"]) {
        expect(text).not.toContain(secret);
      }
    }
  });

  test.each<[string, Record<string, unknown>, string]>([
    ["no scopes", { scopes: [] }, "scopes"],
    ["null for scopes", { scopes: null }, "scopes"],
    ["an unknown scope", { scopes: ["candidates:delete"] }, "scopes.0"],
    ["a scope in another case", { scopes: ["READ"] }, "scopes.0"],
    ["an internal scope", { scopes: ["api-keys:manage"] }, "scopes.0"],
    ["a blank name", { name: " " }, "name"],
    ["a name too long", { name: "x".repeat(101) }, "name"],
    ["an expiry that is past", { expires_at: "2026-01-01T00:00:00Z" }, "expires_at"],
    ["an expiry without offset", { expires_at: "2030-01-01T00:00:00" }, "expires_at"],
    ["an expiry past all years", { expires_at: "9999-12-31T23:59:59-12:00" }, "expires_at"],
    ["a misspelled expiry", { expiry: "2030-01-01T00:00:00Z" }, "expiry"],
    ["no address", { allowed_ips: [] }, "allowed_ips"],
    ["what is no address", { allowed_ips: ["192.0.2.1", "localhost"] }, "allowed_ips.1"],
    ["too many addresses", { allowed_ips: Array(51).fill("192.0.2.1") }, "allowed_ips"],
    ["a limit of nothing", { rate_limit: 0 }, "rate_limit"],
    ["a limit above all plans", { rate_limit: 10_001 }, "rate_limit"],
    ["an unknown way to deal with leaks", { on_leak: "ignore" }, "on_leak"],
    ["being disabled from the start", { enabled: false }, "enabled"],
    ["another owner", { owner_id: randomUUID() }, "owner_id"],
    ["another organization", { organization_id: randomUUID() }, "organization_id"],
    ["a key of one's own choice", { key: mint().key }, "key"],
  ])("422: %s", async (_, fields, field) => {
    const answer = await generate(fields);
    expect(answer.status).toBe(422);
    expect(answer.body.errors).toMatchObject([{ code: "validation_error", field }]);
  });

  test("409 at the most living keys an organization can have; dead ones do not count", async () => {
    const rows = (count: number, columns: { revoked_at?: Date; expires_at?: Date }) =>
      db().apiKey.createMany({
        data: Array.from({ length: count }, () => {
          const { key: _, ...stored } = mint();
          const people = { owner_id: admin.id, created_by_id: admin.id };
          return {
            ...stored,
            ...people,
            ...columns,
            organization_id: admin.organization_id,
            name: "x",
            scopes: [],
          };
        }),
      });
    await rows(20, { revoked_at: new Date() });
    await rows(20, { expires_at: inDays(-1) });
    await rows(MAX_LIVING_KEYS - 2, {});
    const last = await generate();
    expect(last.status).toBe(201);
    expect((await generate()).status).toBe(409);
    await revoke(last.body.data.id);
    expect((await generate()).status).toBe(201);
  });
});

describe("a managing key is bound by what binds it", () => {
  let bound: Key;
  const end = inDays(30);
  beforeEach(async () => {
    const restrictions = { expires_at: end, rate_limit: 50, allowed_ips: ["2001:db8::/32"] };
    bound = await makeKey(admin, ["*"], restrictions);
  });

  test("what it makes ends no later than itself, and has its addresses and limit", async () => {
    const { body } = await generate({}, bound);
    expect(body.data).toMatchObject({
      expires_at: end.toISOString(),
      rate_limit: 50,
      allowed_ips: ["2001:db8::/32"],
    });
    expect((await generate({ expires_at: inDays(10).toISOString() }, bound)).status).toBe(201);
    for (const expires_at of [null, inDays(31).toISOString()]) {
      expect((await generate({ expires_at }, bound)).status).toBe(403);
    }
  });

  test("what it makes or changes may not be used from elsewhere or faster", async () => {
    const wider = [
      { allowed_ips: null },
      { allowed_ips: ["2001:db8::/31"] },
      { allowed_ips: ["192.0.2.1"] },
      { rate_limit: null },
      { rate_limit: 51 },
    ];
    for (const fields of wider) expect((await generate(fields, bound)).status).toBe(403);
    const { id } = (await generate({ allowed_ips: ["2001:db8::7"], rate_limit: 9 }, bound)).body.data;
    for (const fields of wider) expect((await patch(id, fields, bound)).status).toBe(403);
    expect((await patch(id, { allowed_ips: ["2001:db8:1::/48"], rate_limit: 50 }, bound)).status).toBe(200);
    const elsewhere = await makeKey(admin, ["read"], { expires_at: inDays(1), rate_limit: 1 });
    expect((await patch(elsewhere.id, { name: "Renamed" }, bound)).status).toBe(403);
  });

  test("what is wider than itself it may restrict, step by step, and end", async () => {
    const { id } = await makeKey(admin, ["read"], { allowed_ips: ["198.51.100.0/24"] });
    for (const fields of [
      { enabled: false },
      { expires_at: inDays(20).toISOString() },
      { rate_limit: 40 },
      { scopes: ["jobs:read"] },
    ]) {
      expect((await patch(id, fields, bound)).status).toBe(200);
      expect((await patch(id, { ...fields, name: "Renamed" }, bound)).status).toBe(403);
    }
    expect((await patch(id, { enabled: true }, bound)).status).toBe(403);
    expect((await patch(id, { scopes: ["jobs:read", "offers:read"] }, bound)).status).toBe(403);
  });

  test("what it changes ends no later than itself", async () => {
    const { id } = (await generate({ allowed_ips: ["2001:db8::7"], rate_limit: 9 })).body.data;
    expect((await patch(id, { expires_at: inDays(31).toISOString() }, bound)).status).toBe(403);
    expect((await patch(id, { expires_at: null }, bound)).status).toBe(403);
    expect((await patch(id, { expires_at: inDays(29).toISOString() }, bound)).status).toBe(200);
  });

  test.each([
    { scopes: ["read"] },
    { expires_at: null },
    { expires_at: "2027-01-01T00:00:00Z" },
    { allowed_ips: null },
    { rate_limit: null },
    { enabled: false },
    { on_leak: "alert" },
  ])("it cannot change itself by %j", async (change) => {
    expect((await patch(bound.id, change, bound)).status).toBe(403);
    expect((await patch(bound.id, { name: "Renamed", ...change }, bound)).status).toBe(403);
  });

  test("it may give itself another name and description", async () => {
    expect((await patch(bound.id, { name: "Renamed", description: "x" }, bound)).status).toBe(200);
  });
});

describe("no key gets more by making or changing one", () => {
  test("all scopes but * manage no keys, not even the caller's own, and ask for *", async () => {
    const most = await makeKey(admin, ["read", "write"]);
    const own = `/api-keys/${most.id}`;
    for (const [method, path] of [
      ["GET", "/api-keys"],
      ["GET", own],
      ["PATCH", own],
      ["DELETE", own],
      ["POST", "/api-keys"],
    ] as const) {
      const answer = await call(most.key, path, { method, body: method === "GET" ? undefined : {} });
      expect(answer.status).toBe(403);
      expect(answer.headers.get("WWW-Authenticate")).toContain('scope="*"');
    }
  });

  test("a key revoked while its request is still being sent leaves nothing behind", async () => {
    const thief = await makeKey(admin, ["*"]);
    const body = JSON.stringify({ name: "phoenix", scopes: ["*"] });
    const { hostname, port } = new URL(process.env.BASE_URL as string);
    const socket = connect(Number(port), hostname);
    const head = ["POST /api/v1/api-keys HTTP/1.1", "Host: api.test", `Authorization: Bearer ${thief.key}`];
    const type = ["Content-Type: application/json", `Content-Length: ${body.length}`, "Connection: close"];
    socket.write([...head, ...type, "", body.slice(0, -1)].join("\r\n"));
    const master = await makeKey(admin, ["*"]);
    const revoked = await call(master.key, `/api-keys/${thief.id}`, { method: "DELETE" });
    expect(revoked.status).toBe(200);
    socket.write(body.slice(-1));
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 401 /);
    expect(await db().apiKey.count({ where: { created_by_key_id: thief.id } })).toBe(0);
  });

  test("a key that will end changes none that would outlive it", async () => {
    const hour = await makeKey(admin, ["*"], { expires_at: new Date(Date.now() + 3_600_000) });
    const small = await makeKey(admin, ["candidates:read"]);
    const widened = await call(hour.key, `/api-keys/${small.id}`, {
      method: "PATCH",
      body: { scopes: ["*"] },
    });
    expect(widened.status).toBe(403);
    const ended = new Date(Date.now() + 1_800_000).toISOString();
    const shortened = { expires_at: ended, scopes: ["*"] };
    expect((await call(hour.key, `/api-keys/${small.id}`, { method: "PATCH", body: shortened })).status).toBe(
      200,
    );
  });

  test("a key with * whose owner is no longer admin manages nothing, within a second anywhere", async () => {
    const { key, id } = (await generate({ scopes: ["*"] })).body.data;
    expect((await call(key, "/api-keys")).status).toBe(200);
    await makePerson("admin", organization);
    await changeRole(operator(organization.id), admin.id, "viewer", new Date());
    await expect.poll(async () => (await call(key, "/api-keys")).status).toBe(403);
    const current = (await call(key, "/api-keys/current")).body.data;
    expect(current.id).toBe(id);
    expect(current.scopes).toEqual(["*"]);
    expect(current.effective_scopes).toHaveLength(7);
  });

  test("a key of another owner is not widened beyond that owner's role", async () => {
    const viewer = await makePerson("viewer", organization);
    const theirs = await makeKey(viewer, ["candidates:read"]);
    for (const scopes of [["candidates:write"], ["write"], ["*"]]) {
      expect((await patch(theirs.id, { scopes })).status).toBe(403);
    }
    expect((await patch(theirs.id, { scopes: ["read"] })).status).toBe(200);
    expect((await get(theirs.id)).body.data.owner).toEqual({ id: viewer.id, name: viewer.name });
  });

  test("narrowing holds from the very next call", async () => {
    const { key, id } = (await generate({ scopes: ["candidates:read", "candidates:write"] })).body.data;
    expect(await statusOfCall(key)).toBe(200);
    await patch(id, { scopes: ["candidates:write"] });
    expect(await statusOfCall(key)).toBe(403);
  });
});

describe("changing", () => {
  test("changes what it names, and shows it", async () => {
    const { id } = (await generate({ description: "Old" })).body.data;
    const expires_at = inDays(90).toISOString();
    const { body } = await patch(id, {
      name: "New",
      description: null,
      scopes: ["write", "read"],
      expires_at,
    });
    expect(body.data).toMatchObject({
      name: "New",
      description: null,
      scopes: ["read", "write"],
      expires_at,
    });
    expect((await get(id)).body.data).toEqual(body.data);
  });

  test("addresses are kept in one spelling each, and hold from the very next call", async () => {
    const { key, id } = (await generate()).body.data;
    const inside = { address: "2001:db8:1:2::7" };
    expect((await call(key, "/candidates", inside)).status).toBe(200);
    const allowed_ips = ["::FFFF:203.0.113.9", "203.0.113.9", "198.51.100.7/24", "2001:DB8:0:0::/32"];
    const { body } = await patch(id, { allowed_ips });
    expect(body.data.allowed_ips).toEqual(["203.0.113.9", "198.51.100.0/24", "2001:db8::/32"]);
    expect((await call(key, "/candidates", inside)).status).toBe(200);
    for (const address of ["203.0.113.9", "198.51.100.255"])
      expect((await call(key, "/candidates", { address })).status).toBe(200);
    for (const address of ["203.0.113.8", "2001:db9::1"])
      expect((await call(key, "/candidates", { address })).status).toBe(403);
    await patch(id, { allowed_ips: null });
    expect((await call(key, "/candidates", { address: "203.0.113.8" })).status).toBe(200);
  });

  test("a limit of its own holds from the very next call", async () => {
    const { key, id } = (await generate()).body.data;
    await patch(id, { rate_limit: 3 });
    const { headers } = await call(key, "/candidates");
    expect(headers.get("X-RateLimit-Limit")).toBe("3");
    expect((await patch(id, { rate_limit: null })).body.data.rate_limit).toBeNull();
    expect((await call(key, "/candidates")).headers.get("X-RateLimit-Limit")).toBe("10000");
  });

  test("disabled it opens nothing, enabled everything again", async () => {
    const { key, id } = (await generate()).body.data;
    expect((await patch(id, { enabled: false })).body.data).toMatchObject({
      enabled: false,
      status: "disabled",
    });
    expect(await statusOfCall(key)).toBe(401);
    expect((await patch(id, { enabled: true })).body.data.status).toBe("active");
    expect(await statusOfCall(key)).toBe(200);
  });

  test("an expiry at or before now ends the key now", async () => {
    const { key, id } = (await generate()).body.data;
    const { body } = await patch(id, { expires_at: "2026-01-01T00:00:00Z" });
    expect(body.data.status).toBe("expired");
    expect(await statusOfCall(key)).toBe(401);
  });

  test("409: a key that is revoked, expired, or about to end", async () => {
    const dead = [{ revoked_at: new Date() }, { expires_at: inDays(-1) }, { ends_at: inDays(1) }];
    for (const columns of dead) {
      const { id } = await makeKey(admin, ["read"], columns);
      const answer = await patch(id, { name: "New" });
      expect([answer.status, answer.body.errors?.[0]?.code]).toEqual([409, "conflict"]);
    }
  });

  test("a key about to end may end earlier", async () => {
    const { id } = await makeKey(admin, ["read"], { ends_at: inDays(2) });
    const sooner = inDays(1).toISOString();
    expect((await patch(id, { expires_at: inDays(3).toISOString() })).status).toBe(409);
    expect((await patch(id, { expires_at: sooner })).body.data.expires_at).toBe(sooner);
  });
});

describe("revoking", () => {
  test("holds from the very next call; the record stays; again changes nothing", async () => {
    const { key, id } = (await generate()).body.data;
    expect(await statusOfCall(key)).toBe(200);
    const { body, status } = await revoke(id, { reason: "Leaked" });
    expect(status).toBe(200);
    expect(body.data).toMatchObject({ status: "revoked", revoked_reason: "Leaked", descendants: [] });
    expect(await statusOfCall(key)).toBe(401);

    const { revoked_at, revoked_reason } = body.data;
    const again = await revoke(id, { reason: "Another" });
    expect(again.status).toBe(200);
    expect(again.body.data).toMatchObject({ revoked_at, revoked_reason });
    expect((await get(id)).body.data).toMatchObject({ revoked_at, revoked_reason });
  });

  test("lists the living keys that it made, at any depth, and ends them where asked to", async () => {
    const parent = (await generate({ name: "Parent", scopes: ["*"] })).body.data;
    const child = (await generate({ name: "Child", scopes: ["*"] }, parent)).body.data;
    const grandchild = (await generate({ name: "Grandchild" }, child)).body.data;
    await revoke((await generate({ name: "Dead" }, child)).body.data.id);

    const listed = (await revoke(parent.id)).body.data.descendants;
    expect(listed).toEqual([
      { id: child.id, name: "Child" },
      { id: grandchild.id, name: "Grandchild" },
    ]);
    expect(await statusOfCall(grandchild.key)).toBe(200);

    expect((await revoke(parent.id, { descendants: true })).body.data.descendants).toEqual([]);
    expect(await statusOfCall(child.key)).toBe(401);
    expect(await statusOfCall(grandchild.key)).toBe(401);
  });

  test("that are somebody else's are neither told nor revoked by whoever manages only their own", async () => {
    const [former, other] = [
      await makePerson("admin", organization),
      await makePerson("admin", organization),
    ];
    const [root, secret] = [await makeKey(former, ["*"]), await makeKey(other, ["jobs:read"])];
    const rotation = { method: "POST", body: { grace_period_seconds: 600 } };
    const { id } = (await call(root.key, `/api-keys/${secret.id}/rotate`, rotation)).body.data;
    await changeRole(operator(organization.id), former.id, "recruiter", new Date());
    const by = person({ ...former, role: "recruiter" }, NOWHERE, new Date());
    expect(await descendantsOf(by, [root.id], new Date())).toEqual([]);
    const { descendants } = await revokeKey(by, root.id, { reason: null, descendants: true }, new Date());
    expect(descendants).toEqual([]);
    expect(await db().apiKey.findUniqueOrThrow({ where: { id } })).toMatchObject({ revoked_at: null });
  });

  test("any key may revoke itself, and only itself", async () => {
    const { key, id } = await makeKey(admin, ["offers:read"]);
    expect((await call(key, `/api-keys/${manager.id}`, { method: "DELETE" })).status).toBe(403);
    const answer = await call(key, "/api-keys/current", { method: "DELETE", body: { reason: "Done" } });
    expect(answer.body.data).toMatchObject({ id, status: "revoked", revoked_reason: "Done" });
    expect((await call(key, "/api-keys/current")).status).toBe(401);
  });
});

describe("the current key", () => {
  test("shows itself with its organization and what it may do a minute", async () => {
    const { key, id } = await makeKey(admin, ["offers:read"], { rate_limit: 30 });
    const { data } = (await call(key, "/api-keys/current")).body;
    expect(data).toMatchObject({
      id,
      effective_scopes: ["offers:read"],
      organization: { id: admin.organization_id, plan: "enterprise" },
      rate_limit: 30,
      rate_limit_effective: 30,
    });
  });

  test("shows when and from where it was last used, soon after it was", async () => {
    const { key, id } = await makeKey(admin, ["candidates:read"]);
    const address = "198.51.100.77";
    const { headers } = await call(key, "/candidates", { address });
    expect(headers.get("X-API-Key-Expires-At")).toBeNull();
    await expect.poll(async () => (await get(id)).body.data.last_used_ip).toBe(address);
    expect((await get(id)).body.data.last_used_at).not.toBeNull();
  });
});

describe("listing", () => {
  const list = (query: string) => call<Row[]>(manager.key, `/api-keys?${query}`);

  beforeEach(async () => {
    await db().apiKey.update({ where: { id: manager.id }, data: { name: "manager" } });
    const rows = {
      revoked: { revoked_at: new Date(), expires_at: inDays(-2) },
      expired: { expires_at: inDays(-1) },
      disabled: { enabled: false, last_used_at: inDays(-3) },
      expiring: { expires_at: inDays(6), last_used_at: inDays(-1) },
      active: { expires_at: inDays(8), last_used_at: inDays(-2), scopes: ["jobs:read", "read"] },
    };
    for (const [name, columns] of Object.entries(rows)) await makeKey(admin, ["read"], { name, ...columns });
  });

  test.each([
    ["", "active expiring disabled expired revoked manager"],
    ["status=revoked", "revoked"],
    ["status=expired", "expired"],
    ["status=disabled", "disabled"],
    ["status=expiring", "expiring"],
    ["status=active", "active manager"],
    ["search=EXPIR", "expiring expired"],
    ["search=expir&status=expired", "expired"],
    ["search=%25", ""],
    ["scope=jobs:read", "active"],
    ["scope=*", "manager"],
    ["sort=name", "active disabled expired expiring manager revoked"],
    ["sort=-name&limit=2&offset=1", "manager expiring"],
    ["sort=created_at&limit=2", "manager revoked"],
    ["sort=expires_at", "revoked expired expiring active manager disabled"],
    ["sort=-expires_at", "active expiring expired revoked disabled manager"],
    ["sort=-last_used_at&scope=read", "expiring active disabled expired revoked"],
  ])("%s", async (query, names) => {
    const { body } = await list(query);
    expect(body.data.map(({ name }) => name).join(" ")).toBe(names);
  });

  test("sorts by the end that is shown, an imposed one too", async () => {
    await makeKey(admin, ["read"], { name: "rotated", expires_at: inDays(300), ends_at: inDays(7) });
    const { body } = await list("sort=expires_at");
    expect(body.data.map(({ name }) => name).join(" ")).toBe(
      "revoked expired expiring rotated active manager disabled",
    );
  });

  test("hands out cursors in the default order only", async () => {
    const { cursor } = (await list("limit=4")).body.meta;
    const rest = await list(`limit=4&cursor=${cursor}`);
    expect(rest.body.data.map(({ name }) => name)).toEqual(["revoked", "manager"]);
    expect((await list(`limit=4&sort=-created_at&cursor=${cursor}`)).status).toBe(200);

    const sorted = await list("limit=4&sort=name");
    expect(sorted.body.meta).toMatchObject({ has_more: true, cursor: null });
    expect((await list(`limit=4&sort=name&cursor=${cursor}`)).status).toBe(422);
  });

  test.each(["status=current", "status=Active", "scope=nothing", "sort=key_hash", "sort=--name"])(
    "422: %s",
    async (query) => expect((await list(query)).status).toBe(422),
  );
});
