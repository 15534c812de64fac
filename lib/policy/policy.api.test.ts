import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { NOWHERE, operator, person } from "@/lib/access/actor";
import { changeKey } from "@/lib/api-keys/change-key";
import { generateKey, generateKeyFor } from "@/lib/api-keys/service";
import { DAY_MS } from "@/lib/api-keys/status";
import { db } from "@/lib/db";
import { call } from "@/lib/testing/call";
import { type Key, makeKey, makePerson, type Person } from "@/lib/testing/seed";
import { changePolicy, policyOf } from "./policy";
import type { Policy } from "./schema";

const NONE: Policy = {
  max_days: null,
  expiry_required: false,
  no_broad_scopes: false,
  addresses_required: false,
  idle_days: null,
};
const MAX = { ...NONE, max_days: 90 };
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString();

let admin: Person;
let manager: Key;
let outside: pg.Client;
beforeAll(async () => {
  outside = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await outside.connect();
});
afterAll(() => outside.end());
beforeEach(async () => {
  admin = await makePerson();
  manager = await makeKey(admin, ["*"]);
});

const proven = () => person(admin, NOWHERE, new Date());
const set = async (to: Policy) => changePolicy(proven(), { from: await policyOf(proven()), to }, new Date());
const post = (fields: object) =>
  call(manager.key, "/api-keys", {
    method: "POST",
    body: { name: "K", scopes: ["jobs:read"], ...fields },
  });
const patch = ({ id }: Key, fields: object) =>
  call(manager.key, `/api-keys/${id}`, { method: "PATCH", body: fields });
const refusal = (field: string, words: string) => ({
  status: 422,
  body: {
    errors: [{ code: "validation_error", field, message: `${field} ${words} your organization's policy` }],
  },
});

describe("keys over the API", () => {
  test("must have an end where the policy asks for one", async () => {
    await set({ ...NONE, expiry_required: true });
    const required = refusal("expires_at", "is required by");
    expect(await post({})).toMatchObject(required);
    expect(await post({ expires_at: null })).toMatchObject(required);
    const made = await post({ expires_at: inDays(3000) });
    expect(made.status).toBe(201);
    expect(await patch(made.body.data as unknown as Key, { expires_at: null })).toMatchObject(required);
  });

  test("may live as long as the policy lets them", async () => {
    await set(MAX);
    const tooLong = refusal("expires_at", "must be at most 90 days from now, by");
    expect(await post({})).toMatchObject(refusal("expires_at", "is required by"));
    expect(await post({ expires_at: inDays(91) })).toMatchObject(tooLong);
    const made = await post({ expires_at: inDays(90) });
    expect(made.status).toBe(201);
    const key = made.body.data as unknown as Key;
    expect(await patch(key, { expires_at: inDays(91) })).toMatchObject(
      refusal("expires_at", "must be at most 90 days after the key was made, by"),
    );
    expect((await patch(key, { expires_at: inDays(89) })).status).toBe(200);
  });

  test("get no broad scope", async () => {
    await set({ ...NONE, no_broad_scopes: true });
    expect(await post({ scopes: ["read", "jobs:write"] })).toMatchObject(
      refusal("scopes", "must not include read, by"),
    );
    const made = await post({});
    expect(made.status).toBe(201);
    expect(await patch(made.body.data as unknown as Key, { scopes: ["*"] })).toMatchObject(
      refusal("scopes", "must not include *, by"),
    );
  });

  test("name the addresses that they are for", async () => {
    await set({ ...NONE, addresses_required: true });
    const required = refusal("allowed_ips", "is required by");
    expect(await post({})).toMatchObject(required);
    expect(await post({ allowed_ips: ["198.51.100.1", "0.0.0.0/0"] })).toMatchObject(
      refusal("allowed_ips", "must not hold a block wider than /8, or /16 of IPv6, by"),
    );
    const made = await post({ allowed_ips: ["198.51.100.1"] });
    expect(made.status).toBe(201);
    expect(await patch(made.body.data as unknown as Key, { allowed_ips: null })).toMatchObject(required);
  });

  test("are told of every rule that they break at once", async () => {
    await set({ ...MAX, no_broad_scopes: true, addresses_required: true });
    const { status, body } = await post({ scopes: ["*"] });
    expect(status).toBe(422);
    expect(body.errors?.map(({ field }) => field)).toEqual(["expires_at", "scopes", "allowed_ips"]);
  });

  test("that break a new policy live on, and may be renamed, narrowed, rotated and revoked", async () => {
    const old = await makeKey(admin, ["read", "jobs:write"]);
    await set({ ...MAX, expiry_required: true, no_broad_scopes: true, addresses_required: true });
    expect((await call(old.key, "/api-keys/current")).status).toBe(200);
    for (const fields of [
      { name: "Renamed", enabled: false },
      { enabled: true, rate_limit: 10 },
      { scopes: ["read"] },
      { scopes: ["jobs:read", "candidates:read"] },
      { expires_at: inDays(400) },
      { expires_at: inDays(300), allowed_ips: ["198.51.100.0/24"] },
    ]) {
      expect((await patch(old, fields)).status, JSON.stringify(fields)).toBe(200);
    }
    expect((await patch(old, { scopes: ["read"] })).status).toBe(422);
    expect((await patch(old, { expires_at: inDays(301) })).status).toBe(422);
    expect((await call(manager.key, `/api-keys/${old.id}`, { method: "DELETE" })).status).toBe(200);
  });
});

describe("a rotation", () => {
  const rotate = (id: string, body?: object) =>
    call(manager.key, `/api-keys/${id}/rotate`, { method: "POST", ...(body && { body }) });
  const daysLeft = ({ expires_at }: Record<string, unknown>) =>
    Math.round((Date.parse(expires_at as string) - Date.now()) / DAY_MS);

  test("cuts the old lifetime to the maximum, and is kept up by no other rule", async () => {
    const [eternal, long, short] = await Promise.all([
      makeKey(admin, ["read"]),
      makeKey(admin, ["read"], { expires_at: inDays(365) }),
      makeKey(admin, ["read"], { expires_at: inDays(30) }),
    ]);
    await set({ ...MAX, no_broad_scopes: true, addresses_required: true });
    const ends = await Promise.all([eternal, long, short].map(({ id }) => rotate(id)));
    expect(ends.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(ends.map(({ body }) => daysLeft(body.data))).toEqual([90, 90, 30]);
  });

  test("leaves a key without an end without one, where only an end is required", async () => {
    const eternal = await makeKey(admin, ["read"]);
    await set({ ...NONE, expiry_required: true });
    const { status, body } = await rotate(eternal.id);
    expect([status, body.data.expires_at]).toEqual([201, null]);
  });

  test("to an end that is asked for keeps to the policy", async () => {
    const key = await makeKey(admin, ["read"], { expires_at: inDays(30) });
    await set(MAX);
    expect(await rotate(key.id, { expires_at: inDays(91) })).toMatchObject(
      refusal("expires_at", "must be at most 90 days from now, by"),
    );
    expect(await rotate(key.id, { expires_at: null })).toMatchObject(refusal("expires_at", "is required by"));
    expect((await rotate(key.id, { expires_at: inDays(89) })).status).toBe(201);
  });

  test("of a key by itself is cut as well", async () => {
    const key = await makeKey(admin, ["read"], { expires_at: inDays(365) });
    await set(MAX);
    const { status, body } = await call(key.key, "/api-keys/current/rotate", { method: "POST" });
    expect([status, daysLeft(body.data)]).toEqual([201, 90]);
  });
});

test("people in the dashboard and operators are bound like everybody", async () => {
  const input = { name: "K", description: null, scopes: ["jobs:read" as const] };
  const key = await generateKey(proven(), { ...input, expires_at: new Date(inDays(30)) }, new Date());
  await set({ ...MAX, no_broad_scopes: true });
  const [actor, root] = [proven(), operator(admin.organization_id)];
  const now = new Date();
  const faults = (fields: string[]) => ({ status: 422, faults: fields.map((field) => ({ field })) });
  await expect(generateKey(actor, { ...input, scopes: ["*"] }, now)).rejects.toMatchObject(
    faults(["expires_at", "scopes"]),
  );
  await expect(generateKeyFor(root, admin.id, input, now)).rejects.toMatchObject(faults(["expires_at"]));
  await expect(changeKey(actor, key.id, { expires_at: null }, now)).rejects.toMatchObject(
    faults(["expires_at"]),
  );
  // Another organization's rules are its own.
  const stranger = await makePerson();
  await generateKey(person(stranger, NOWHERE, now), input, now);
});

describe("a change of the policy", () => {
  test("is for admins, who prove who they are only where they loosen it", async () => {
    const long = new Date(0);
    const stale = person(admin, NOWHERE, long);
    await changePolicy(stale, { from: NONE, to: MAX }, new Date());
    await expect(changePolicy(stale, { from: MAX, to: NONE }, new Date())).rejects.toMatchObject({
      code: "proof_required",
    });
    expect(await policyOf(stale)).toEqual(MAX);
    await set(NONE);
    expect(await policyOf(stale)).toEqual(NONE);
    const organization = await db().organization.findUniqueOrThrow({ where: { id: admin.organization_id } });
    const viewer = person(await makePerson("recruiter", organization), NOWHERE, new Date());
    await expect(changePolicy(viewer, { from: NONE, to: MAX }, new Date())).rejects.toMatchObject({
      code: "forbidden",
    });
  });

  test("is written into the audit trail, old and new, and not where nothing changes", async () => {
    await set({ ...MAX, idle_days: 30 });
    await set({ ...MAX, idle_days: 30 });
    await set({ ...MAX, max_days: 30, idle_days: 30 });
    const entries = await db().auditEntry.findMany({
      where: { organization_id: admin.organization_id, action: "organization.policy_changed" },
      orderBy: { seq: "asc" },
    });
    expect(entries.map(({ changes }) => changes)).toEqual([
      { max_days: { from: null, to: 90 }, idle_days: { from: null, to: 30 } },
      { max_days: { from: 90, to: 30 } },
    ]);
    expect(entries[0]).toMatchObject({
      actor_id: admin.id,
      target_type: "organization",
      target_id: admin.organization_id,
    });
  });

  test("that rests on rules which are no longer so is refused", async () => {
    await set(MAX);
    const change = changePolicy(proven(), { from: NONE, to: { ...NONE, expiry_required: true } }, new Date());
    await expect(change).rejects.toMatchObject({ code: "conflict" });
    const all = [30, 60, 120].map((max_days) =>
      changePolicy(proven(), { from: MAX, to: { ...MAX, max_days } }, new Date()),
    );
    const ends = await Promise.allSettled(all);
    expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  test("remembers since when idle keys are disabled, until it is given up or made shorter", async () => {
    const since = async () => {
      const { policy_idle_since } = await db().organization.findUniqueOrThrow({
        where: { id: admin.organization_id },
      });
      return policy_idle_since;
    };
    await set({ ...NONE, idle_days: 60 });
    const start = await since();
    expect(start).toBeInstanceOf(Date);
    await set({ ...NONE, idle_days: 90 });
    expect(await since()).toEqual(start);
    await set({ ...NONE, idle_days: 60 });
    expect(Number(await since())).toBeGreaterThan(Number(start));
    await set(NONE);
    expect(await since()).toBeNull();
  });
});

describe("a policy that is set while", () => {
  /** Sets the policy in a transaction that ends only once `request` waits for it. */
  async function race<T>(request: () => Promise<T>): Promise<T> {
    await outside.query("BEGIN");
    await outside.query("UPDATE organizations SET policy_max_days = 90 WHERE id = $1", [
      admin.organization_id,
    ]);
    const { rows } = await outside.query("SELECT pg_backend_pid() AS pid");
    const answer = request();
    const waiting = async () =>
      outside
        .query("SELECT count(*)::int AS n FROM pg_stat_activity WHERE $1 = ANY(pg_blocking_pids(pid))", [
          rows[0].pid,
        ])
        .then((found) => found.rows[0].n);
    await expect.poll(waiting).toBeGreaterThan(0);
    await outside.query("COMMIT");
    return answer;
  }

  test("a key is made holds for it", async () => {
    expect(await race(() => post({}))).toMatchObject(refusal("expires_at", "is required by"));
  });

  test("a key is changed holds for it", async () => {
    const key = await makeKey(admin, ["jobs:read"], { expires_at: inDays(30) });
    const { status } = await race(() => patch(key, { expires_at: inDays(300) }));
    expect(status).toBe(422);
  });
});
