import ICAL from "ical.js";
import { beforeEach, expect, test } from "vitest";
import { type Actor, NOWHERE, person } from "@/lib/access/actor";
import { changeKey } from "@/lib/api-keys/change-key";
import { disableAccount } from "@/lib/auth/accounts";
import { db } from "@/lib/db";
import { Browser } from "@/lib/testing/browser";
import { makeKey, makePerson, type Person } from "@/lib/testing/seed";
import { calendarFeedOf, makeCalendarFeed, revokeCalendarFeed } from "./calendar-feed";

const now = new Date();
// To the second, as calendars have it.
const inDays = (days: number) => new Date((Math.floor(now.getTime() / 1_000) + days * 86_400) * 1_000);

let admin: Person;
let owner: Person;
let actor: Actor;
beforeEach(async () => {
  admin = await makePerson();
  owner = await makePerson("recruiter", { id: admin.organization_id, name: "", plan: "pro" });
  actor = person(owner, NOWHERE, now);
});

const pathOf = (address: string) => new URL(address).pathname;
const read = (path: string, browser = new Browser()) => browser.get(path);

/** The events of a calendar as a program for calendars reads them, by their UID. */
async function events(answer: Response): Promise<Map<string, ICAL.Event>> {
  const calendar = new ICAL.Component(ICAL.parse(await answer.text()));
  const found = calendar.getAllSubcomponents("vevent").map((each) => new ICAL.Event(each));
  return new Map(found.map((event) => [event.uid, event]));
}

test("shows when each living key of its person ends, without any secret", async () => {
  const name = "Import, nightly;\r\nATTENDEE:mailto:eve@mail.test\r\nEND:VEVENT";
  const { id, key } = await makeKey(owner, ["read"], { name, expires_at: inDays(30) });
  await makeKey(owner, ["read"]);
  await makeKey(owner, ["read"], { expires_at: inDays(30), revoked_at: now });
  await makeKey(admin, ["read"], { expires_at: inDays(30) });
  const answer = await read(pathOf(await makeCalendarFeed(actor, now)));
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
  expect(answer.headers.get("cache-control")).toBe("no-store");
  const text = await answer.clone().text();
  expect(text).not.toContain(key);
  expect(text).not.toMatch(/^ATTENDEE/m);
  const found = await events(answer);
  expect([...found.keys()]).toEqual([`api-key-${id}@prepzo`]);
  const [event] = found.values();
  expect(event?.summary).toBe("API key “Import, nightly; ATTENDEE:mailto:eve@mail.test END:VEVENT” ends");
  expect(event?.startDate.toJSDate()).toEqual(inDays(30));
  expect(event?.description).toContain("pk_live_");
});

test("an end that was moved moves in the calendar, under the same UID", async () => {
  const { id } = await makeKey(owner, ["read"], { expires_at: inDays(30) });
  const path = pathOf(await makeCalendarFeed(actor, now));
  const before = await events(await read(path));
  await changeKey(actor, id, { expires_at: inDays(60) }, now);
  const after = await events(await read(path));
  expect([...after.keys()]).toEqual([...before.keys()]);
  expect([...after.values()][0]?.startDate.toJSDate()).toEqual(inDays(60));
});

test("follows its person's role of now", async () => {
  await makeKey(admin, ["read"], { expires_at: inDays(30) });
  const path = pathOf(await makeCalendarFeed(actor, now));
  const count = async () => (await events(await read(path))).size;
  expect(await count()).toBe(0);
  await db().user.update({ where: { id: owner.id }, data: { role: "admin" } });
  expect(await count()).toBe(1);
  await db().user.update({ where: { id: owner.id }, data: { role: "viewer" } });
  expect(await count()).toBe(0);
});

test("the same 404 for an address that never was, was replaced, was revoked, or whose person is disabled", async () => {
  const first = pathOf(await makeCalendarFeed(actor, now));
  const second = pathOf(await makeCalendarFeed(actor, now));
  const answers = [await read(first)];
  expect((await read(second)).status).toBe(200);
  await revokeCalendarFeed(actor);
  answers.push(await read(second));
  const third = pathOf(await makeCalendarFeed(actor, now));
  await disableAccount(owner.email);
  answers.push(await read(third));
  // Not even where they come back.
  await db().user.update({ where: { id: owner.id }, data: { disabled_at: null } });
  answers.push(await read(third));
  for (const part of ["x", `${"A".repeat(43)}.ics`, third.slice("/calendar/".length, -4), "%00.ics"]) {
    answers.push(await read(`/calendar/${part}`));
  }
  const seen = await Promise.all(
    answers.map(async (each) => [each.status, await each.text(), each.headers.get("content-type")]),
  );
  for (const each of seen) expect(each).toEqual([404, "Not found\n", "text/plain; charset=utf-8"]);
});

test("while its person is disabled, whoever did that, it is dead", async () => {
  const path = pathOf(await makeCalendarFeed(actor, now));
  await db().user.update({ where: { id: owner.id }, data: { disabled_at: now } });
  expect((await read(path)).status).toBe(404);
});

test("is made after a fresh proof only, stored hashed, audited, and knows when it was read", async () => {
  const late = person(owner, NOWHERE, new Date(0));
  await expect(makeCalendarFeed(late, now)).rejects.toMatchObject({ code: "proof_required" });
  const address = await makeCalendarFeed(actor, now);
  const token = /([\w-]{43})\.ics$/.exec(address)?.[1] ?? "";
  const stored = await db().calendarFeed.findUniqueOrThrow({ where: { user_id: owner.id } });
  expect(Buffer.from(stored.token_hash).toString("base64url")).not.toBe(token);
  expect(await calendarFeedOf(actor)).toEqual({ created_at: now, last_read_at: null });
  await read(pathOf(address));
  expect((await calendarFeedOf(actor))?.last_read_at).toBeInstanceOf(Date);
  await revokeCalendarFeed(late);
  await revokeCalendarFeed(late);
  const entries = await db().auditEntry.findMany({
    where: { organization_id: owner.organization_id, target_id: owner.id },
    orderBy: { seq: "asc" },
  });
  expect(entries.map(({ action }) => action)).toEqual(["calendar_feed.created", "calendar_feed.revoked"]);
  expect(
    JSON.stringify(entries, (_, value) => (typeof value === "bigint" ? String(value) : value)),
  ).not.toContain(token);
});

test("whoever asks too often waits; others do not", async () => {
  const path = pathOf(await makeCalendarFeed(actor, now));
  const browser = new Browser();
  const answers = await Promise.all(Array.from({ length: 61 }, () => read(path, browser)));
  const refused = answers.filter(({ status }) => status === 429);
  expect(refused).toHaveLength(1);
  expect(Number(refused[0]?.headers.get("retry-after"))).toBeGreaterThan(0);
  expect((await read(path)).status).toBe(200);
});
