import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { type Actor, NOWHERE, person } from "@/lib/access/actor";
import type { Scope } from "@/lib/access/scopes";
import { keyActor } from "@/lib/api/key-actor";
import { revokeKey } from "@/lib/api-keys/revoke";
import { verify } from "@/lib/api-keys/verify";
import { changeRole } from "@/lib/auth/change-role";
import { startSession } from "@/lib/auth/session-store";
import { change } from "@/lib/change";
import { db } from "@/lib/db";
import { makeCalendarFeed } from "@/lib/notices/calendar-feed";
import { call } from "@/lib/testing/call";
import { holdTrail } from "@/lib/testing/hold-trail";
import { makeKey, makePerson, type Person } from "@/lib/testing/seed";
import { removeMember } from "./remove";
import { restoreMember } from "./restore";
import type { KeyDecision } from "./schema";

const NOW = new Date();

let admin: Person;
let leaver: Person;
let actor: Actor;
beforeEach(async () => {
  admin = await makePerson();
  leaver = await makePerson("recruiter", { id: admin.organization_id, name: "", plan: "enterprise" });
  actor = person(admin, NOWHERE, NOW);
});

const remove = (keys: KeyDecision[] = []) => removeMember(actor, { id: leaver.id, keys, webhooks: [] }, NOW);

async function asKey(owner: Person, scope: Scope): Promise<Actor> {
  const { key } = await makeKey(owner, [scope]);
  const verdict = await verify(key, NOW);
  if (!verdict.ok) throw new Error(`The key is ${verdict.why}`);
  return keyActor(verdict.key, NOWHERE);
}

/** Lets two writes go as far as they get, the first one first, then both on. */
async function atOnce(first: () => Promise<unknown>, second: () => Promise<unknown>) {
  const trail = await holdTrail(admin.organization_id);
  const one = first();
  await trail.waiting(1);
  const two = second();
  await trail.waiting(2);
  await trail.letGo();
  return Promise.allSettled([one, two]);
}

function makeWebhook(by: Actor): Promise<unknown> {
  return change(by, async (tx, record) => {
    const id = randomUUID();
    await tx.webhook.create({
      data: {
        id,
        organization_id: admin.organization_id,
        owner_id: leaver.id,
        url: "https://hook.test",
        events: ["*"],
        sealed_secret: Buffer.from("x"),
        secret_key_version: 1,
      },
    });
    record.audit("webhook.created", "webhook", id);
  });
}

describe("what a leaver begins in the moment of their removal is over when they are let in again:", () => {
  const alive = async () => {
    await restoreMember(actor, leaver.id, "recruiter", NOW);
    const [sessions, feeds, webhooks] = await Promise.all([
      db().session.count({ where: { user_id: leaver.id, ended_at: null } }),
      db().calendarFeed.count({ where: { user_id: leaver.id } }),
      db().webhook.count({ where: { owner_id: leaver.id, enabled: true } }),
    ]);
    return sessions + feeds + webhooks;
  };
  const BEGUN: [string, () => Promise<() => Promise<unknown>>][] = [
    ["a session", async () => () => startSession(leaver.id, "password", NOWHERE, NOW)],
    ["a calendar's address", async () => () => makeCalendarFeed(person(leaver, NOWHERE, NOW), NOW)],
    ["a webhook of theirs", async () => () => makeWebhook(person(leaver, NOWHERE, NOW))],
    [
      "a webhook of their key",
      async () => {
        const by = await asKey(leaver, "write");
        return () => makeWebhook(by);
      },
    ],
  ];

  test.each(BEGUN)("%s, begun before", async (_, prepare) => {
    const begin = await prepare();
    const [begun, removed] = await atOnce(begin, remove);
    expect([begun.status, removed.status]).toEqual(["fulfilled", "fulfilled"]);
    expect(await alive()).toBe(0);
  });

  test.each(BEGUN)("%s, begun after", async (_, prepare) => {
    const begin = await prepare();
    const [removed, begun] = await atOnce(remove, begin);
    expect([removed.status, begun.status]).toEqual(["fulfilled", "rejected"]);
    expect(await alive()).toBe(0);
  });
});

test("a key whose owner is being demoted does not manage keys with the role of before", async () => {
  const other = await makePerson("admin", { id: admin.organization_id, name: "", plan: "enterprise" });
  const by = await asKey(other, "*");
  by.used.add("api-keys:manage");
  const { id } = await makeKey(leaver, ["read"]);
  const [demoted, revoked] = await atOnce(
    () => changeRole(actor, other.id, "recruiter", NOW),
    () => revokeKey(by, id, { reason: null, descendants: false }, NOW),
  );
  expect(demoted.status).toBe("fulfilled");
  expect(revoked).toMatchObject({ reason: { code: "forbidden" } });
  expect((await db().apiKey.findUniqueOrThrow({ where: { id } })).revoked_at).toBeNull();
});

test("a write under way while its key is handed over may come again, and then is the new owner's", async () => {
  const { id, key } = await makeKey(leaver, ["jobs:write"]);
  const body = { name: randomUUID() };
  const write = () => call(key, "/departments", { method: "POST", body });
  const [removed, written] = await atOnce(() => remove([{ id, fate: "hand_over", to: admin.id }]), write);
  expect(removed.status).toBe("fulfilled");
  if (written.status === "rejected") throw written.reason;
  const answer = written.value as Awaited<ReturnType<typeof write>>;
  expect([answer.status, answer.headers.get("Retry-After")]).toEqual([503, "1"]);
  expect(answer.body.errors?.[0]?.code).toBe("server_error");
  expect(await db().department.count({ where: { organization_id: admin.organization_id } })).toBe(0);
  await expect.poll(async () => (await write()).status).toBe(201);
});
