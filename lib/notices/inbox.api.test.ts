import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Actor, NOWHERE, person, system } from "@/lib/access/actor";
import { change } from "@/lib/change";
import { db } from "@/lib/db";
import { makeManyNotices } from "@/lib/testing/many-notices";
import { makePerson, type Person } from "@/lib/testing/seed";
import { countUnread, listNotices, markRead } from "./inbox";

const now = new Date();
const PAGE = { limit: 50, offset: 0 };

let reader: Person;
let actor: Actor;
beforeEach(async () => {
  reader = await makePerson("viewer");
  actor = person(reader, NOWHERE, now);
});

function tell(name: string, to: Person = reader): Promise<void> {
  const key = { id: randomUUID(), name, key_prefix: "pk_live_a1b2", last_four: "wxyz" };
  return change(system(to.organization_id), async (_, record) => {
    record.notify(to.id, "key.revoked", { subject: key.id, data: { key, reason: null } });
  });
}

const subjects = async (page = PAGE) =>
  (await listNotices(actor, page)).rows.map(({ subject, isUnread }) => `${isUnread ? "* " : ""}${subject}`);

test("a person sees their own notices, newest first, and nobody else's", async () => {
  const colleague = await makePerson("admin", { id: reader.organization_id, name: "", plan: "pro" });
  for (const name of ["A", "B"]) await tell(name);
  await tell("C", colleague);
  expect(await subjects()).toEqual(["* API key “B” was revoked", "* API key “A” was revoked"]);
  expect((await listNotices(actor, { limit: 1, offset: 1 })).total).toBe(2);
  expect(await countUnread(actor)).toBe(2);
});

test("what arrived after the page was drawn stays unread", async () => {
  await tell("A");
  const [shown] = (await listNotices(actor, PAGE)).rows;
  await tell("B");
  await markRead(actor, String(shown?.id), now);
  expect(await subjects()).toEqual(["* API key “B” was revoked", "API key “A” was revoked"]);
  expect(await countUnread(actor)).toBe(1);
});

test("nobody marks another's as read", async () => {
  await tell("A");
  const [shown] = (await listNotices(actor, PAGE)).rows;
  const colleague = await makePerson("admin", { id: reader.organization_id, name: "", plan: "pro" });
  await markRead(person(colleague, NOWHERE, now), String(shown?.id), now);
  expect(await countUnread(actor)).toBe(1);
});

describe("of 10,000 notices", () => {
  let rich: Person;
  beforeAll(async () => {
    rich = await makePerson("admin");
    await makeManyNotices(rich, 10_000);
  });

  test("the last page is there, and more than 99 unread are not counted on", async () => {
    const owner = person(rich, NOWHERE, now);
    const last = await listNotices(owner, { limit: 50, offset: 9_950 });
    expect([last.rows.length, last.total]).toEqual([50, 10_000]);
    expect(await countUnread(owner)).toBe(100);
    const [newest] = (await listNotices(owner, PAGE)).rows;
    await markRead(owner, String(newest?.id), now);
    expect(await countUnread(owner)).toBe(0);
    expect(await db().notice.count({ where: { user_id: rich.id, read_at: null } })).toBe(0);
  });
});
