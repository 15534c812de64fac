import { randomBytes, randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { type Actor, NOWHERE, person } from "@/lib/access/actor";
import type { Scope } from "@/lib/access/scopes";
import { knownToFormerMember } from "@/lib/api-keys/former-member";
import { revokeKey } from "@/lib/api-keys/revoke";
import { rotateKey } from "@/lib/api-keys/rotate";
import { generateKey } from "@/lib/api-keys/service";
import { livingFilter } from "@/lib/api-keys/status-filter";
import { disableAccount } from "@/lib/auth/accounts";
import { changeRole } from "@/lib/auth/change-role";
import { findSession, startSession } from "@/lib/auth/session-store";
import { db } from "@/lib/db";
import { makeCalendarFeed, readerOf } from "@/lib/notices/calendar-feed";
import { call } from "@/lib/testing/call";
import { makeKey, makePerson, type Person } from "@/lib/testing/seed";
import { statementsOf } from "@/lib/testing/statements";
import { belongingsOf } from "./belongings";
import { heirsOf } from "./heirs";
import { removeMember } from "./remove";
import { restoreMember } from "./restore";
import type { KeyDecision } from "./schema";

const NOW = new Date();
const DAY_MS = 86_400_000;
const later = (days: number) => new Date(NOW.getTime() + days * DAY_MS);
const CHANGED = { code: "conflict", message: expect.stringContaining("have changed since you looked") };

let admin: Person;
let leaver: Person;
let actor: Actor;
beforeEach(async () => {
  admin = await makePerson();
  leaver = await colleague("recruiter");
  actor = person(admin, NOWHERE, NOW);
});

function colleague(role: Person["role"]): Promise<Person> {
  return makePerson(role, { id: admin.organization_id, name: "", plan: "enterprise" });
}

const remove = (keys: KeyDecision[], by = actor, webhooks: string[] = []) =>
  removeMember(by, { id: leaver.id, keys, webhooks }, NOW);
const keyOf = (id: string) => db().apiKey.findUniqueOrThrow({ where: { id } });
const isMember = async ({ id }: Person) =>
  (await db().user.findUniqueOrThrow({ where: { id } })).disabled_at === null;
const opens = async (key: string, path = "/candidates") => (await call(key, path)).status;
const known = () =>
  db()
    .apiKey.findMany({
      where: { AND: [{ organization_id: admin.organization_id }, knownToFormerMember, livingFilter(NOW)] },
      select: { id: true },
    })
    .then((rows) => rows.map(({ id }) => id));

test("each key is stopped, handed over or given an end, and it holds from the next call on", async () => {
  const heir = await colleague("viewer");
  const [stopped, handed, ended, forgotten] = await Promise.all(
    ["stopped", "handed", "ended", "forgotten"].map(() =>
      makeKey(leaver, ["read", "candidates:write"] as Scope[]),
    ),
  );
  if (!stopped || !handed || !ended || !forgotten) throw new Error("no keys");
  for (const { key } of [stopped, handed, ended, forgotten]) expect(await opens(key)).toBe(200);
  const sid = await startSession(leaver.id, "password", NOWHERE, NOW);
  expect(await findSession(sid, NOW)).not.toBeNull();

  const came = await remove([
    { id: stopped.id, fate: "stop" },
    { id: handed.id, fate: "hand_over", to: heir.id },
    { id: ended.id, fate: "end", at: later(3) },
  ]);
  expect(came).toEqual({ kept: 2, stopped: 2 });
  expect(await findSession(sid, NOW)).toBeNull();
  expect(await isMember(leaver)).toBe(false);
  for (const { key } of [stopped, forgotten]) await expect.poll(() => opens(key)).toBe(401);
  expect(await keyOf(stopped.id)).toMatchObject({
    revoked_by_id: admin.id,
    revoked_reason: `${leaver.name} was removed from the organization`,
  });

  // The same secret goes on, within what both the old and the new owner may.
  const current = await call<{ owner: object; scopes: string[]; id: string }>(
    handed.key,
    "/api-keys/current",
  );
  expect(current.body.data).toMatchObject({ id: handed.id, owner: { id: heir.id }, scopes: ["read"] });
  const write = { method: "POST", body: { full_name: "A", email: `${randomUUID()}@a.test` } };
  expect((await call(handed.key, "/candidates", write)).status).toBe(403);
  // An admin who takes over gives nothing.
  const { body, headers } = await call<{ effective_scopes: string[] }>(ended.key, "/api-keys/current");
  expect(body.data).toMatchObject({ owner: { id: admin.id }, scopes: ["candidates:write", "read"] });
  expect(headers.get("X-API-Key-Expires-At")).toBe(later(3).toISOString());
  expect(await opens(ended.key, "/api-keys")).toBe(403);

  expect((await known()).sort()).toEqual([handed.id, ended.id].sort());
  const { id: next } = await rotateKey(actor, handed.id, { grace_period_seconds: 0 }, NOW);
  expect(await known()).toEqual([ended.id]);
  expect((await keyOf(next)).owner_id).toBe(heir.id);

  const entries = await db().auditEntry.findMany({
    where: { target_id: { in: [leaver.id, handed.id, ended.id] } },
  });
  const told = (id: string, action: string) =>
    entries.find((entry) => entry.target_id === id && entry.action === action)?.changes;
  expect(told(leaver.id, "user.removed")).toEqual({ keys_kept: 2, keys_stopped: 2 });
  expect(told(handed.id, "api_key.handed_over")).toMatchObject({
    owner_id: { from: leaver.id, to: heir.id },
    scopes: { to: ["read"] },
  });
  expect(told(ended.id, "api_key.handed_over")).toMatchObject({ ends_at: { to: later(3).toISOString() } });
  const notices = await db().notice.findMany({ where: { user_id: heir.id, kind: "key.handed_over" } });
  expect(notices).toMatchObject([{ subject_id: handed.id, data: { from: leaver.name } }]);
});

test("an end is only ever moved earlier", async () => {
  const soon = await makeKey(leaver, ["read"], { ends_at: later(1) });
  const expiring = await makeKey(leaver, ["read"], { expires_at: later(2) });
  await remove([soon, expiring].map(({ id }) => ({ id, fate: "end", at: later(30) })));
  expect((await keyOf(soon.id)).ends_at).toEqual(later(1));
  expect(await keyOf(expiring.id)).toMatchObject({ ends_at: later(30), expires_at: later(2) });
});

describe("is refused as a whole, leaving everything as it was,", () => {
  const refused = async (decision: KeyDecision, refusal: object, by = actor) => {
    const other = await makeKey(leaver, ["read"]);
    await expect(remove([decision], by)).rejects.toMatchObject(refusal);
    expect(await isMember(leaver)).toBe(true);
    expect((await keyOf(other.id)).revoked_at).toBeNull();
  };

  test("where nothing of a key's scopes would remain with the new owner", async () => {
    const { id } = await makeKey(leaver, ["candidates:write"]);
    const to = (await colleague("viewer")).id;
    await refused({ id, fate: "hand_over", to }, { code: "conflict", message: /may do nothing/ });
  });

  test("where the new owner is no member, another organization's, or the one who leaves", async () => {
    const { id } = await makeKey(leaver, ["read"]);
    const former = await colleague("viewer");
    await removeMember(actor, { id: former.id, keys: [], webhooks: [] }, NOW);
    for (const to of [former.id, (await makePerson()).id, randomUUID(), leaver.id]) {
      await refused({ id, fate: "hand_over", to }, { code: "validation_error" });
    }
  });

  test("where an end is past, or too far", async () => {
    const { id } = await makeKey(leaver, ["read"]);
    for (const at of [NOW, later(366)]) await refused({ id, fate: "end", at }, { code: "validation_error" });
  });

  test("where a key to be kept is dead, not theirs, or was rotated since", async () => {
    const to = (await colleague("recruiter")).id;
    const dead = await makeKey(leaver, ["read"], { revoked_at: NOW });
    const foreign = await makeKey(admin, ["read"]);
    const rotated = await makeKey(leaver, ["read"]);
    await rotateKey(actor, rotated.id, { grace_period_seconds: 3_600 }, NOW);
    for (const { id } of [dead, foreign, rotated]) await refused({ id, fate: "hand_over", to }, CHANGED);
  });

  test("where something is kept by somebody who proved too long ago who they are", async () => {
    const { id } = await makeKey(leaver, ["read"]);
    const late = person(admin, NOWHERE, later(-1));
    await refused({ id, fate: "end", at: later(1) }, { code: "proof_required" }, late);
    await remove([], late);
  });

  test("for anybody but an admin of the organization", async () => {
    const { id } = await makeKey(leaver, ["read"]);
    const stop = { id, fate: "stop" } as const;
    await refused(stop, { code: "forbidden" }, person(await colleague("recruiter"), NOWHERE, NOW));
    await refused(stop, { code: "not_found" }, person(await makePerson(), NOWHERE, NOW));
    const demoted = await colleague("admin");
    await changeRole(actor, demoted.id, "viewer", NOW);
    await refused(stop, { code: "forbidden" }, person(demoted, NOWHERE, NOW));
  });
});

describe("admins", () => {
  test("the last cannot be removed, and may remove themselves once there is another", async () => {
    const own = { id: admin.id, keys: [], webhooks: [] };
    await expect(removeMember(actor, own, NOW)).rejects.toMatchObject({ code: "conflict" });
    const other = await colleague("admin");
    const { id } = await makeKey(admin, ["read"]);
    // A key that they would keep for themselves has no owner any more.
    const keep = { ...own, keys: [{ id, fate: "end" as const, at: later(1) }] };
    await expect(removeMember(actor, keep, NOW)).rejects.toMatchObject({ code: "validation_error" });
    const handing = { ...own, keys: [{ id, fate: "hand_over" as const, to: other.id }] };
    expect(await removeMember(actor, handing, NOW)).toEqual({ kept: 1, stopped: 0 });
    expect((await keyOf(id)).owner_id).toBe(other.id);
  });

  test("of two who remove each other, one stays", async () => {
    for (let round = 0; round < 4; round++) {
      const [one, two] = await Promise.all([makePerson(), makePerson()]);
      const { organization_id } = one;
      await db().user.update({ where: { id: two.id }, data: { organization_id } });
      const tries = await Promise.allSettled([
        removeMember(person(one, NOWHERE, NOW), { id: two.id, keys: [], webhooks: [] }, NOW),
        removeMember(
          person({ ...two, organization_id }, NOWHERE, NOW),
          { id: one.id, keys: [], webhooks: [] },
          NOW,
        ),
      ]);
      expect(tries.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
      expect(await db().user.count({ where: { organization_id, disabled_at: null } })).toBe(1);
    }
  });
});

describe("races", () => {
  const by = () => person(leaver, NOWHERE, NOW);
  const living = () => db().apiKey.count({ where: { owner_id: leaver.id, ...livingFilter(new Date()) } });

  test("a key that the leaver generates meanwhile is stopped or not made", async () => {
    const input = { name: "Parachute", description: null, scopes: ["read" as const], expires_at: null };
    for (let round = 0; round < 5; round++) {
      leaver = await colleague("recruiter");
      await Promise.allSettled([
        ...Array.from({ length: 4 }, () => generateKey(by(), input, NOW)),
        remove([]),
        ...Array.from({ length: 4 }, () => generateKey(by(), input, NOW)),
      ]);
      expect([await isMember(leaver), await living()]).toEqual([false, 0]);
    }
  });

  test("a rotation meanwhile leaves them no living key", async () => {
    for (let round = 0; round < 5; round++) {
      leaver = await colleague("recruiter");
      const keys = await Promise.all([1, 2, 3].map(() => makeKey(leaver, ["read"])));
      await Promise.allSettled([
        rotateKey(by(), keys[0]?.id ?? "", { grace_period_seconds: 3_600 }, NOW),
        call(keys[1]?.key ?? "", "/api-keys/current/rotate", { method: "POST", body: {} }),
        remove([]),
        rotateKey(by(), keys[2]?.id ?? "", { grace_period_seconds: 3_600 }, NOW),
      ]);
      expect([await isMember(leaver), await living()]).toEqual([false, 0]);
    }
  });

  test("a key is handed over or revoked, never both", async () => {
    const { id: to } = await colleague("recruiter");
    for (let round = 0; round < 5; round++) {
      leaver = await colleague("recruiter");
      const { id } = await makeKey(leaver, ["read"]);
      const [removed, revoked] = await Promise.allSettled([
        remove([{ id, fate: "hand_over", to }]),
        revokeKey(by(), id, { reason: null, descendants: false }, NOW),
      ]);
      const key = await keyOf(id);
      // Whoever came second met what the first had left.
      expect([removed.status, revoked.status].sort()).toEqual(["fulfilled", "rejected"]);
      expect(key.revoked_at === null).toBe(removed.status === "fulfilled");
      expect(key.owner_id).toBe(removed.status === "fulfilled" ? to : leaver.id);
    }
  });

  test("a rotation and a hand-over leave one line of keys with one owner", async () => {
    const { id: to } = await colleague("recruiter");
    for (let round = 0; round < 5; round++) {
      leaver = await colleague("recruiter");
      const { id } = await makeKey(leaver, ["read"]);
      const [removed] = await Promise.allSettled([
        remove([{ id, fate: "hand_over", to }]),
        rotateKey(actor, id, { grace_period_seconds: 3_600 }, NOW),
      ]);
      const owners = await db().apiKey.findMany({
        where: { OR: [{ id }, { rotated_from_id: id }] },
        select: { owner_id: true },
      });
      expect(new Set(owners.map(({ owner_id }) => owner_id))).toEqual(
        new Set([removed.status === "fulfilled" ? to : leaver.id]),
      );
    }
  });
});

test("what a key made goes with it: each is decided on", async () => {
  leaver = await colleague("admin");
  const parent = await makeKey(leaver, ["*"]);
  const body = { name: "Child", scopes: ["read"] };
  const made = await call<{ id: string; key: string }>(parent.key, "/api-keys", { method: "POST", body });
  const { keys } = await belongingsOf(actor, leaver.id, NOW);
  expect(keys).toHaveLength(2);
  expect(keys.find(({ id }) => id === made.body.data.id)?.made_by).toMatch(/^Key /);
  await remove([]);
  expect(await opens(made.body.data.key)).toBe(401);
});

test("tells what the keys really do", async () => {
  const busy = await makeKey(leaver, ["read"], { last_used_at: NOW });
  const quiet = await makeKey(leaver, ["read"]);
  const foreign = await makeKey(admin, ["read"], { created_by_id: leaver.id });
  const organization_id = admin.organization_id;
  const counts = { client_error: 1, server_error: 0, rate_limited: 0, after_death: 5 };
  const day = (days: number) => new Date(`${later(days).toISOString().slice(0, 10)}T00:00:00Z`);
  await db().keyDay.createMany({
    data: [-1, -20, -40].map((days) => ({
      ...counts,
      organization_id,
      key_id: busy.id,
      date: day(days),
      ok: 10,
    })),
  });
  await db().keyAddress.createMany({
    data: [1, 2, 3, 4, 5].map((number) => ({
      organization_id,
      key_id: busy.id,
      date: day(-1),
      dead: number === 5,
      address: `198.51.100.${number}`,
      user_agent: "curl/8",
      calls: number,
      last_seen: NOW,
    })),
  });
  const { keys, known: others } = await belongingsOf(actor, leaver.id, NOW);
  expect(keys.map(({ id }) => id)).toEqual([busy.id, quiet.id]);
  expect(keys[0]?.traffic).toEqual({
    calls_7_days: 11,
    calls_30_days: 22,
    addresses: ["198.51.100.4", "198.51.100.3", "198.51.100.2"],
    more_addresses: 1,
  });
  expect(keys[1]?.traffic).toMatchObject({ calls_30_days: 0, addresses: [] });
  expect(others).toBe(1);
  await remove([]);
  expect(await known()).toEqual([foreign.id]);
});

describe("webhooks", () => {
  async function makeWebhook(owner: Person, events: string[]) {
    const { organization_id, id: owner_id } = owner;
    const sealed = { sealed_secret: Buffer.from("x"), secret_key_version: 1 };
    const url = `https://${randomUUID()}.test`;
    return (await db().webhook.create({ data: { organization_id, owner_id, url, events, ...sealed } })).id;
  }
  const stored = (id: string) => db().webhook.findUniqueOrThrow({ where: { id } });

  test("are disabled, but for those that whoever removes takes over", async () => {
    const kept = await makeWebhook(leaver, ["job.created"]);
    const dropped = await makeWebhook(leaver, ["*"]);
    expect((await belongingsOf(actor, leaver.id, NOW)).webhooks).toHaveLength(2);
    const late = person(admin, NOWHERE);
    await expect(remove([], late, [kept])).rejects.toMatchObject({ code: "proof_required" });
    await expect(remove([], actor, [randomUUID()])).rejects.toMatchObject({ code: "conflict" });
    await remove([], actor, [kept]);
    expect(await stored(kept)).toMatchObject({ owner_id: admin.id, enabled: true, events: ["job.created"] });
    expect(await stored(dropped)).toMatchObject({ owner_id: leaver.id, enabled: false });
  });

  test("that are taken over tell of what the leaver might know too, since they know where it goes", async () => {
    const [all, some, none] = await Promise.all(
      [["*", "api_key.created"], ["api_key.created", "offer.created"], ["api_key.created"]].map((events) =>
        makeWebhook(leaver, events),
      ),
    );
    if (!all || !some || !none) throw new Error("no webhooks");
    await expect(remove([], actor, [none])).rejects.toMatchObject({ message: /would tell of nothing/ });
    await remove([], actor, [all, some]);
    expect((await stored(all)).events).toEqual(["*"]);
    expect((await stored(some)).events).toEqual(["offer.created"]);

    leaver = await colleague("admin");
    const admins = await makeWebhook(leaver, ["*", "api_key.created"]);
    await remove([], actor, [admins]);
    expect((await stored(admins)).events).toEqual(["*", "api_key.created"]);
  });

  test("that are taken over are known to the leaver until their secret is rotated", async () => {
    const id = await makeWebhook(leaver, ["job.created"]);
    await remove([], actor, [id]);
    expect((await stored(id)).handed_over_from_id).toBe(leaver.id);
    const { key } = await makeKey(admin, ["*"]);
    expect((await call(key, `/webhooks/${id}/rotate`, { method: "POST" })).status).toBe(200);
    expect((await stored(id)).handed_over_from_id).toBeNull();
  });
});

describe("the other admins", () => {
  const told = (kind = "member.removed") =>
    db().notice.findMany({
      where: { organization_id: admin.organization_id, kind },
      select: { user_id: true, subject_id: true, data: true },
    });

  test("are told once what became of all that the leaver owned", async () => {
    const other = await colleague("admin");
    await colleague("recruiter");
    const heir = await colleague("viewer");
    for (let number = 0; number < 6; number++) await makeKey(leaver, ["read"], { name: `Stopped ${number}` });
    const handed = await makeKey(leaver, ["read"], { name: "Handed" });
    const ended = await makeKey(leaver, ["read"], { name: "Ended" });
    const from = { address: "192.0.2.1", userAgent: null, requestId: null };
    const by = person(admin, from, NOW);
    await db().notice.deleteMany({ where: { organization_id: admin.organization_id } });
    await remove(
      [
        { id: handed.id, fate: "hand_over", to: heir.id },
        { id: ended.id, fate: "end", at: later(3) },
      ],
      by,
    );
    const stopped = [0, 1, 2, 3, 4].map((number) => `Stopped ${number}`);
    const data = {
      person: { id: leaver.id, name: leaver.name },
      by: { kind: "person", name: admin.name, address: "192.0.2.1" },
      before: false,
      keys: {
        stopped: { count: 6, names: stopped },
        handed_over: { count: 1, names: ["Handed"] },
        ended: { count: 1, names: ["Ended"] },
      },
      webhooks: { stopped: 0, taken_over: 0 },
    };
    expect(await told()).toEqual([{ user_id: other.id, subject_id: leaver.id, data }]);
    expect(await told("key.revoked")).toEqual([]);
    expect((await told("key.handed_over")).map(({ user_id }) => user_id).sort()).toEqual(
      [heir.id, admin.id].sort(),
    );
  });
});

test("hundreds of keys take as many statements as a few", async () => {
  const heir = await colleague("viewer");
  const makeKeys = async (count: number) => {
    leaver = await colleague("recruiter");
    const { organization_id, id } = leaver;
    await db().apiKey.createMany({
      data: Array.from({ length: count }, (_, number) => ({
        organization_id,
        owner_id: id,
        created_by_id: id,
        name: `Key ${number}`,
        key_hash: randomBytes(32),
        key_prefix: "pk_live_0000",
        last_four: "0000",
        scopes: number % 2 ? ["read"] : ["read", "jobs:write"],
        ends_at: number % 3 ? null : later(1 + number / 1_000),
      })),
    });
    return db().apiKey.findMany({ where: { owner_id: id }, orderBy: { name: "asc" }, select: { id: true } });
  };
  const removal = async (count: number) => {
    const keys = (await makeKeys(count)).map(({ id }, index): KeyDecision => {
      if (index % 4 === 1) return { id, fate: "hand_over", to: heir.id };
      return index % 4 === 2 ? { id, fate: "end", at: later(1 + index / 100) } : { id, fate: "stop" };
    });
    let came: unknown;
    const statements = await statementsOf(async () => {
      came = await remove(keys);
    });
    return { came, statements: statements.length };
  };
  const few = await removal(4);
  expect(few.came).toEqual({ kept: 2, stopped: 2 });
  const many = await removal(400);
  expect(many).toEqual({ came: { kept: 200, stopped: 200 }, statements: few.statements });
  expect(await db().apiKey.count({ where: { owner_id: heir.id, handed_over_from_id: leaver.id } })).toBe(100);
  expect(await db().apiKey.count({ where: { owner_id: leaver.id, revoked_at: NOW } })).toBe(200);
});

describe("a former member", () => {
  test("is let in again with a role, and the keys that were stopped stay so", async () => {
    const { id, key } = await makeKey(leaver, ["read"]);
    await remove([]);
    const late = person(admin, NOWHERE, later(-1));
    await expect(restoreMember(late, leaver.id, "viewer", NOW)).rejects.toMatchObject({
      code: "proof_required",
    });
    await restoreMember(actor, leaver.id, "viewer", NOW);
    expect(await isMember(leaver)).toBe(true);
    expect(await opens(key)).toBe(401);
    expect((await keyOf(id)).revoked_at).not.toBeNull();
    await expect(restoreMember(actor, leaver.id, "viewer", NOW)).rejects.toMatchObject({ code: "conflict" });
    await startSession(leaver.id, "password", NOWHERE, NOW);
  });

  test("has neither session nor calendar that outlived a removal", async () => {
    const sid = await startSession(leaver.id, "password", NOWHERE, NOW);
    const address = await makeCalendarFeed(person(leaver, NOWHERE, NOW), NOW);
    const feed = await db().calendarFeed.findUniqueOrThrow({ where: { user_id: leaver.id } });
    await remove([]);
    // As where they were made while it was under way.
    await db().session.updateMany({ where: { user_id: leaver.id }, data: { ended_at: null } });
    await db().calendarFeed.create({ data: feed });

    await restoreMember(actor, leaver.id, "viewer", NOW);
    expect(await findSession(sid, NOW)).toBeNull();
    expect(
      await readerOf(new URL(address).pathname.slice("/calendar/".length, -".ics".length), NOW),
    ).toBeNull();
  });

  test("whom an operator shut out still owns keys, which are settled as at a removal", async () => {
    const { id, key } = await makeKey(leaver, ["read"]);
    await disableAccount(leaver.email);
    await expect.poll(() => opens(key)).toBe(401);
    expect((await belongingsOf(actor, leaver.id, NOW)).keys).toHaveLength(1);
    await remove([{ id, fate: "hand_over", to: admin.id }]);
    await expect.poll(() => opens(key)).toBe(200);
    const action = "user.removed";
    expect(await db().auditEntry.count({ where: { target_id: leaver.id, action } })).toBe(0);
  });
});

test("those who can take over are the other members, admins first", async () => {
  const viewer = await colleague("viewer");
  await removeMember(actor, { id: (await colleague("admin")).id, keys: [], webhooks: [] }, NOW);
  const { rows, total } = await heirsOf(actor, leaver.id, { limit: 10 });
  expect([total, rows.map(({ id }) => id)]).toEqual([2, [admin.id, viewer.id]]);
  const found = await heirsOf(actor, leaver.id, { search: viewer.email.toUpperCase(), limit: 10 });
  expect(found.rows.map(({ id }) => id)).toEqual([viewer.id]);
});
