import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { request } from "node:http";
import { beforeAll, describe, expect, test } from "vitest";
import { NOWHERE, person } from "@/lib/access/actor";
import { db } from "@/lib/db";
import { call, someAddress } from "@/lib/testing/call";
import {
  candidateFields,
  type Key,
  makeKey,
  makeOrganization,
  makePerson,
  type Person,
} from "@/lib/testing/seed";
import { addressesOfWeek, callersOf } from "./callers";
import { deadCallsOf, deadKeysOfDay } from "./dead-calls";
import type { Usage } from "./read";
import { usageOf } from "./read";
import { latestRequests } from "./requests";

const DAY_MS = 86_400_000;
const PAST = new Date("2026-01-01T00:00:00Z");

/** Usage as it is sent. */
type Sent = { [Field in keyof Usage]: Usage[Field] };

let owner: Person;
let manager: Key;
beforeAll(async () => {
  owner = await makePerson("admin", await makeOrganization());
  manager = await makeKey(owner, ["*"]);
});

const usage = async ({ id }: Pick<Key, "id">, query = "") =>
  (await call<Sent>(manager.key, `/api-keys/${id}/usage${query}`)).body.data;
const today = () => new Date().toISOString().slice(0, 10);
const everything = ({ total, after_death }: Sent) => total + after_death.calls;

/** The usage of a key once so many calls of it are written. */
async function usageAfter(calls: number, key: Pick<Key, "id">): Promise<Sent> {
  await expect.poll(async () => everything(await usage(key))).toBe(calls);
  return usage(key);
}

const asOwner = () => person(owner, NOWHERE);

describe("GET /api-keys/{id}/usage", () => {
  test("of a key that was never used is all zeros, with a row for each day and scope", async () => {
    const key = await makeKey(owner, ["jobs:read", "candidates:read"]);
    const { by_day, ...rest } = await usage(key);
    expect(rest).toEqual({
      total: 0,
      last_hour: { calls: 0, addresses: [] },
      scopes: [
        { scope: "candidates:read", allowed: true, last_used_at: null },
        { scope: "jobs:read", allowed: true, last_used_at: null },
      ],
      endpoints: [],
      after_death: { calls: 0, last_seen: null },
      rotation: { previous: null, next: null },
    });
    expect(by_day).toHaveLength(30);
    expect(by_day.at(-1)).toEqual({
      date: today(),
      ok: 0,
      client_error: 0,
      server_error: 0,
      rate_limited: 0,
    });
  });

  test("counts each call by its outcome, and in every other place where it belongs", async () => {
    const key = await makeKey(owner, ["candidates:read", "jobs:read"], { rate_limit: 6 });
    const address = someAddress();
    const from = { address };
    const answers = [
      await call(key.key, "/candidates?search=secret", from),
      await call(key.key, "/candidates", from),
      await call(key.key, `/candidates/${randomUUID()}`, from),
      await call(key.key, "/offers", from),
      await call(key.key, "/nothing/of/ours", from),
      await call(key.key, "/candidates", { ...from, method: "PATCH" }),
      await call(key.key, "/jobs", from),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 404, 403, 404, 405, 429]);

    const { total, by_day, endpoints, last_hour, scopes } = await usageAfter(7, key);
    expect(total).toBe(7);
    expect(by_day.at(-1)).toMatchObject({ ok: 2, client_error: 4, server_error: 0, rate_limited: 1 });
    expect(endpoints).toEqual([
      { method: "GET", path: "/candidates", calls: 2 },
      { method: "PATCH", path: "/candidates", calls: 1 },
      { method: "GET", path: "/candidates/{id}", calls: 1 },
      { method: "GET", path: "/jobs", calls: 1 },
      { method: "GET", path: "/offers", calls: 1 },
      { method: "GET", path: "unknown", calls: 1 },
    ]);
    expect(last_hour).toMatchObject({ calls: 7, addresses: [{ address, calls: 7 }] });
    expect(scopes).toMatchObject([
      { scope: "candidates:read", last_used_at: expect.any(String) },
      { scope: "jobs:read", last_used_at: null },
    ]);
  });

  test("says of bulk and of webhooks which scopes they needed besides", async () => {
    const key = await makeKey(owner, ["*"]);
    const operations = [{ op: "create", resource: "candidates", data: candidateFields() }];
    await call(key.key, "/bulk", { method: "POST", body: { operations } });
    const webhook = { url: "https://hooks.example.com/", events: ["job.created"] };
    expect((await call(key.key, "/webhooks", { method: "POST", body: webhook })).status).toBe(201);
    await call(key.key, "/api-keys");
    const { scopes } = await usageAfter(3, key);
    const used = scopes.filter(({ last_used_at }) => last_used_at !== null).map(({ scope }) => scope);
    expect(used).toEqual(["candidates:write", "jobs:read", "webhooks:write", "bulk:write", "*"]);
  });

  test("tells what the key used before it was narrowed from what it may do now", async () => {
    const key = await makeKey(owner, ["jobs:read"]);
    await call(key.key, "/jobs");
    await usageAfter(1, key);
    await call(manager.key, `/api-keys/${key.id}`, { method: "PATCH", body: { scopes: ["offers:read"] } });
    expect((await usage(key)).scopes).toEqual([
      { scope: "jobs:read", allowed: false, last_used_at: expect.any(String) },
      { scope: "offers:read", allowed: true, last_used_at: null },
    ]);
  });

  test("takes no scope of a bulk operation for used that was refused", async () => {
    const key = await makeKey(owner, ["bulk:write", "candidates:write", "jobs:write"]);
    const operations = [
      { op: "create", resource: "candidates", data: candidateFields() },
      { op: "delete", resource: "jobs", id: randomUUID() },
    ];
    await call(key.key, "/bulk", { method: "POST", body: { operations } });
    const { scopes } = await usageAfter(1, key);
    const used = scopes.filter(({ last_used_at }) => last_used_at !== null).map(({ scope }) => scope);
    expect(used).toEqual(["candidates:write", "bulk:write"]);
  });

  test("counts methods that nobody serves as one", async () => {
    const key = await makeKey(owner, ["candidates:read"]);
    for (const method of ["PROPFIND", "PUT", "MKCOL"]) {
      const headers = { Authorization: `Bearer ${key.key}` };
      const sent = request(`${process.env.BASE_URL}/api/v1/candidates`, { method, headers }).end();
      const [answer] = await once(sent, "response");
      answer.resume();
      expect(answer.statusCode).toBe(405);
    }
    expect((await usageAfter(3, key)).endpoints).toEqual([
      { method: "other", path: "/candidates", calls: 3 },
    ]);
  });

  test.each([
    [undefined, 30, 2],
    [7, 7, 1],
    [30, 30, 2],
    [90, 90, 3],
  ])("days=%s shows %d days, and sums only those", async (days, length, total) => {
    const key = await makeKey(owner, ["read"]);
    const midnight = Math.floor(Date.now() / DAY_MS) * DAY_MS;
    const counts = { client_error: 0, server_error: 0, rate_limited: 0, after_death: 0 };
    const of = { organization_id: owner.organization_id, key_id: key.id };
    for (const age of [6, 29, 89, 90]) {
      const date = new Date(midnight - age * DAY_MS);
      await db().keyDay.create({ data: { ...of, ...counts, date, ok: 1 } });
      await db().keyEndpoint.create({ data: { ...of, date, method: "GET", path: "/jobs", calls: 1 } });
    }
    const shown = await usage(key, days === undefined ? "" : `?days=${days}`);
    expect(shown.by_day).toHaveLength(length);
    expect(shown).toMatchObject({ total, endpoints: [{ calls: total }] });
  });

  test.each(["8", "0", "07", "7.0", "seven", ""])("422 for days=%s", async (days) => {
    const { status, body } = await call(manager.key, `/api-keys/${manager.id}/usage?days=${days}`);
    expect(status).toBe(422);
    expect(body.errors).toEqual([
      { code: "validation_error", message: "days must be 7, 30 or 90", field: "days" },
    ]);
  });

  test("a call counts for the last hour until it is an hour old, and then not at all", async () => {
    const key = await makeKey(owner, ["read"]);
    const minute = new Date(Math.floor(Date.now() / 60_000) * 60_000);
    const last_seen = new Date(minute.getTime() + 20_000);
    const of = { organization_id: owner.organization_id, key_id: key.id };
    await db().keyMinute.create({ data: { ...of, minute, address: "192.0.2.1", calls: 3, last_seen } });
    const hourAfter = async (ms: number) =>
      (await usageOf(asOwner(), key.id, 7, new Date(last_seen.getTime() + ms))).last_hour.calls;
    expect([await hourAfter(3_599_999), await hourAfter(3_600_000)]).toEqual([3, 0]);
  });

  test("shows the other halves of a rotation, so that one can wait until the old one is silent", async () => {
    const old = await makeKey(owner, ["jobs:read"]);
    const { body } = await call<Key & { created_at: string }>(manager.key, `/api-keys/${old.id}/rotate`, {
      method: "POST",
      body: { grace_period_seconds: 3_600 },
    });
    const address = someAddress();
    await call(old.key, "/jobs", { address });
    await usageAfter(1, old);
    const { rotation } = await usage(body.data);
    expect(rotation).toMatchObject({
      previous: {
        id: old.id,
        status: "expiring",
        last_used_at: expect.any(String),
        last_used_ip: address,
        last_hour: { calls: 1, addresses: [{ address, calls: 1 }] },
      },
      next: null,
    });
    expect((await usage(old)).rotation).toMatchObject({
      previous: null,
      next: {
        id: body.data.id,
        status: "active",
        expires_at: null,
        created_at: body.data.created_at,
        last_used_at: null,
        last_used_ip: null,
        last_hour: { calls: 0, addresses: [] },
      },
    });
  });

  test("a key without `*` watches its own rotation, and no other key", async () => {
    const old = await makeKey(owner, ["jobs:read"]);
    const { body } = await call<Key>(old.key, "/api-keys/current/rotate", { method: "POST" });
    await call(old.key, "/jobs");
    await usageAfter(2, old);
    const own = await call<Sent>(body.data.key, "/api-keys/current/usage?days=7");
    expect(own.body.data.by_day).toHaveLength(7);
    expect(own.body.data.rotation).toMatchObject({ previous: { id: old.id }, next: null });
    expect(own.body.data.rotation.previous?.last_hour.calls).toBeGreaterThan(0);
    expect((await call(body.data.key, `/api-keys/${old.id}/usage`)).status).toBe(403);
  });

  test("404 in another organization", async () => {
    const stranger = await makeKey(await makePerson(), ["*"]);
    expect((await call(stranger.key, `/api-keys/${manager.id}/usage`)).status).toBe(404);
  });
});

describe("a dead key", () => {
  const ends = {
    revoked: { revoked_at: PAST },
    expired: { expires_at: PAST },
    "ended by rotation or leak": { ends_at: PAST },
    disabled: { enabled: false },
  };

  test.each(Object.entries(ends))("that is %s is counted apart, and not used", async (_, columns) => {
    const { organization_id } = owner;
    const key = await makeKey(owner, ["read"], { last_used_at: PAST, last_used_ip: "192.0.2.9", ...columns });
    const address = someAddress();
    const headers = { "User-Agent": "curl/8.5.0" };
    for (const path of ["/candidates", "/nothing"])
      expect((await call(key.key, path, { address, headers })).status).toBe(401);

    const shown = await usageAfter(2, key);
    expect(shown).toMatchObject({ total: 0, endpoints: [], last_hour: { calls: 0 } });
    expect(shown.after_death).toEqual({ calls: 2, last_seen: expect.any(String) });
    const row = await db().apiKey.findFirstOrThrow({ where: { organization_id, id: key.id } });
    expect(row).toMatchObject({ last_used_at: PAST, last_used_ip: "192.0.2.9" });
    const dead = await deadCallsOf(asOwner(), key.id, new Date());
    expect(dead).toEqual([{ address, user_agent: "curl/8", calls: 2, last_seen: expect.any(Date) }]);
    const { by_day } = await usageOf(asOwner(), key.id, 7, new Date());
    expect(by_day.map(({ after_death }) => after_death)).toEqual([0, 0, 0, 0, 0, 0, 2]);
  });

  test("alarms those who manage it, and nobody else", async () => {
    const recruiter = await makePerson("recruiter", {
      id: owner.organization_id,
      name: "",
      plan: "enterprise",
    });
    const mine = await makeKey(recruiter, ["read"], { enabled: false });
    const theirs = await makeKey(owner, ["read"], { enabled: false });
    for (const { key } of [mine, theirs]) await call(key, "/jobs");
    await usageAfter(1, theirs);
    await usageAfter(1, mine);
    const [colleague, now] = [person(recruiter, NOWHERE), new Date()];
    const { keys, others } = await deadKeysOfDay(colleague, 3, now);
    expect([keys.map(({ key }) => key.id), others]).toEqual([[mine.id], 0]);
    expect(await deadCallsOf(colleague, theirs.id, now)).toEqual([]);
    await expect(usageOf(person(recruiter, NOWHERE), theirs.id, 7, new Date())).rejects.toMatchObject({
      code: "not_found",
    });
  });

  test("alarms on its own page and among all keys, however many programs use another", async () => {
    const owner = await makePerson("admin", await makeOrganization());
    const quiet = await makeKey(owner, ["read"], { revoked_at: PAST });
    const noisy = await makeKey(owner, ["read"], { revoked_at: PAST });
    await call(quiet.key, "/jobs");
    const actor = person(owner, NOWHERE);
    await expect.poll(() => deadCallsOf(actor, quiet.id, new Date())).toHaveLength(1);
    const date = new Date(today());
    await db().keyAddress.createMany({
      data: Array.from({ length: 100 }, (_, number) => ({
        organization_id: owner.organization_id,
        key_id: noisy.id,
        date,
        dead: true,
        address: `192.0.2.${number}`,
        user_agent: "",
        calls: 1_000_000,
        last_seen: date,
      })),
    });
    expect(await deadCallsOf(actor, quiet.id, new Date())).toMatchObject([{ calls: 1 }]);
    const { keys, others } = await deadKeysOfDay(actor, 2, new Date());
    expect(keys.map(({ key, calls, callers }) => [key.id, calls, callers.length])).toEqual([
      [noisy.id, 100_000_000, 100],
      [quiet.id, 1, 1],
    ]);
    expect(others).toBe(0);
    expect((await deadKeysOfDay(actor, 1, new Date())).others).toBe(1);
  });

  test("called from many addresses of one IPv6 network with one program has one caller", async () => {
    const { id } = await makeKey(owner, ["read"], { revoked_at: PAST });
    const date = new Date(today());
    const row = { organization_id: owner.organization_id, key_id: id, date, dead: true, last_seen: date };
    await db().keyAddress.createMany({
      data: [
        { ...row, address: "2001:db8:0:7::1", user_agent: "curl/8", calls: 3 },
        { ...row, address: "2001:db8:0:7:a::2", user_agent: "curl/8", calls: 2 },
        { ...row, address: "2001:db8:0:7::1", user_agent: "python", calls: 1 },
        { ...row, address: "2001:db8:0:8::1", user_agent: "curl/8", calls: 4 },
      ],
    });
    expect(await deadCallsOf(asOwner(), id, new Date())).toEqual([
      { address: "2001:db8:0:7::/64", user_agent: "curl/8", calls: 5, last_seen: date },
      { address: "2001:db8:0:8::1", user_agent: "curl/8", calls: 4, last_seen: date },
      { address: "2001:db8:0:7::1", user_agent: "python", calls: 1, last_seen: date },
    ]);
  });

  test("is told of calls since its end and within 24 hours, across midnight", async () => {
    const noon = new Date(`${today()}T12:00:00Z`);
    const hours = (count: number) => new Date(noon.getTime() + count * 3_600_000);
    const calledAt = async (columns: Parameters<typeof makeKey>[2], ...ages: number[]) => {
      const owner = await makePerson("admin", await makeOrganization());
      const { id } = await makeKey(owner, ["read"], columns);
      const of = { organization_id: owner.organization_id, key_id: id, dead: true, user_agent: "curl/8" };
      const rows = ages.map((age) => hours(age)).map((at) => ({ ...of, date: at, last_seen: at, calls: 1 }));
      await db().keyAddress.createMany({ data: rows.map((row) => ({ ...row, address: "192.0.2.1" })) });
      const actor = person(owner, NOWHERE);
      const { keys } = await deadKeysOfDay(actor, 3, noon);
      const calls = (await deadCallsOf(actor, id, noon)).map(({ address, calls }) => [address, calls]);
      return [calls, keys.map(({ key, calls }) => [key.status, calls])];
    };
    const none = [[], []];
    const found = (status: string, calls: number) => [[["192.0.2.1", calls]], [[status, calls]]];
    expect(await calledAt({ revoked_at: hours(-30) }, -13, -1)).toEqual(found("revoked", 2));
    expect(await calledAt({ revoked_at: hours(-30) }, -25)).toEqual(none);
    expect(await calledAt({ revoked_at: hours(-2) }, -3)).toEqual(none);
    expect(await calledAt({ ends_at: hours(-2) }, -1)).toEqual(found("expired", 1));
    expect(await calledAt({ enabled: false }, -1)).toEqual(found("disabled", 1));
    // Disabled, called, and enabled again; then disabled once more.
    expect(await calledAt({ enabled_at: hours(-2) }, -3)).toEqual(none);
    expect(await calledAt({ enabled: false, enabled_at: hours(-2) }, -3)).toEqual(none);
  });

  test("of another's making is not counted: a secret with one wrong character is nobody's", async () => {
    const key = await makeKey(owner, ["read"], { revoked_at: PAST });
    const other = await makeKey(owner, ["read"], { revoked_at: PAST });
    await call(`${key.key.slice(0, -1)}${key.key.endsWith("A") ? "B" : "A"}`, "/jobs");
    await call(other.key, "/jobs");
    await usageAfter(1, other);
    expect(everything(await usage(key))).toBe(0);
  });
});

describe("who called", () => {
  test("is the connection's address, whatever headers claim, and the program without what it adds", async () => {
    const key = await makeKey(owner, ["read"]);
    const address = someAddress();
    const headers = {
      "User-Agent": `curl/8.5.0 ${"x".repeat(2_000)}`,
      "X-Prepzo-Address": "198.51.100.1",
      "X-Real-IP": "198.51.100.2",
      Forwarded: "for=198.51.100.3",
      "CF-Connecting-IP": "198.51.100.4",
    };
    await call(key.key, "/jobs", { address, headers });
    await usageAfter(1, key);
    expect(await callersOf(asOwner(), key.id, 7, new Date())).toEqual([
      { address, user_agent: "curl/8", calls: 1, after_death: 0, last_seen: expect.any(Date) },
    ]);
    const [latest] = await latestRequests(asOwner(), key.id, { limit: 10 });
    expect(latest).toMatchObject({
      address,
      user_agent: "curl/8",
      path: "/jobs",
      status: 200,
      outcome: "ok",
    });
  });

  test("is the peer itself where no trusted proxy speaks for it", async () => {
    const key = await makeKey(owner, ["read"]);
    const { hostname, port } = new URL(process.env.BASE_URL ?? "");
    const headers = { Authorization: `Bearer ${key.key}`, "X-Forwarded-For": "198.51.100.1" };
    const path = "/api/v1/jobs";
    const asked = request({ hostname, port, path, headers, localAddress: "127.0.0.2", agent: false });
    const [response] = await once(asked.end(), "response");
    response.resume();
    await usageAfter(1, key);
    expect(await callersOf(asOwner(), key.id, 7, new Date())).toMatchObject([
      { address: "127.0.0.2", user_agent: "", calls: 1 },
    ]);
  });

  test("from an address that the key's list refuses is counted, but is no use of the key", async () => {
    const [inside, outside] = [someAddress(), someAddress()];
    const key = await makeKey(owner, ["read"], { allowed_ips: [inside] });
    expect((await call(key.key, "/jobs", { address: outside })).status).toBe(403);
    const shown = await usageAfter(1, key);
    expect(shown.by_day.at(-1)).toMatchObject({ ok: 0, client_error: 1 });
    expect((await call(manager.key, `/api-keys/${key.id}`)).body.data.last_used_at).toBeNull();
    await call(key.key, "/jobs", { address: inside });
    await usageAfter(2, key);
    expect(await addressesOfWeek(asOwner(), key.id, new Date())).toEqual([inside]);
  });
});

test("the latest requests come newest first, by outcome and in pages, under the id that the caller was told", async () => {
  const key = await makeKey(owner, ["candidates:read"]);
  const told: (string | null)[] = [];
  for (const path of ["/candidates?search=hidden", `/candidates/${randomUUID()}`, "/offers"])
    told.unshift((await call(key.key, path)).headers.get("X-Request-Id"));
  await usageAfter(3, key);
  const requests = await latestRequests(asOwner(), key.id, { limit: 10 });
  expect(requests.map(({ id }) => id)).toEqual(told);
  expect(requests.map(({ path, status }) => `${path} ${status}`)).toEqual([
    "/offers 403",
    "/candidates/{id} 404",
    "/candidates 200",
  ]);
  expect(JSON.stringify(requests)).not.toContain("hidden");

  const failures = await latestRequests(asOwner(), key.id, { limit: 1, outcome: "client_error" });
  expect(failures.map(({ id }) => id)).toEqual([told[0]]);
  const next = await latestRequests(asOwner(), key.id, {
    limit: 10,
    outcome: "client_error",
    before: told[0] ?? "",
  });
  expect(next.map(({ id }) => id)).toEqual([told[1]]);
  await expect(
    latestRequests(person(await makePerson(), NOWHERE), key.id, { limit: 1 }),
  ).rejects.toMatchObject({
    code: "not_found",
  });
});
