import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { system } from "@/lib/access/actor";
import { change } from "@/lib/change";
import { db } from "@/lib/db";
import { holdChore } from "@/lib/testing/hold-chore";
import { startMailServer } from "@/lib/testing/mail-server";
import { makePerson, type Person } from "@/lib/testing/seed";
import { deliverMails, mailDelivery } from "./deliver";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const key = { id: randomUUID(), name: "Nightly import", key_prefix: "pk_live_a1b2", last_four: "wxyz" };

let server: Awaited<ReturnType<typeof startMailServer>>;
let isRefusing = false;
let release: () => Promise<void>;
beforeAll(async () => {
  release = await holdChore(mailDelivery);
  server = await startMailServer({ refuse: () => isRefusing });
  configure(server.url);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await release();
  await server.stop();
});

let person: Person;
beforeEach(async () => {
  person = await makePerson();
});

/** Where this process sends its e-mails from now on; "" is nowhere. The server under test is another process. */
function configure(url: string): void {
  vi.stubEnv("SMTP_URL", url);
  vi.stubEnv("MAIL_FROM", url && "Prepzo <keys@prepzo.test>");
  vi.stubEnv("LOG_LEVEL", "silent");
  const made = (globalThis as unknown as Record<symbol, Map<string, unknown>>)[Symbol.for("prepzo")];
  for (const name of ["env", "log"]) made?.delete(name);
}

function tell(to: Person, once?: string): Promise<void> {
  return change(system(to.organization_id), async (_, record) => {
    record.notify(to.id, "key.revoked", {
      subject: key.id,
      data: { key, reason: null },
      ...(once && { once }),
    });
  });
}

const noticeOf = ({ id }: Person) => db().notice.findFirstOrThrow({ where: { user_id: id } });
const soon = () => new Date(Date.now() + 1_000);

test("a notice arrives once as an e-mail, however many deliver at once", async () => {
  await Promise.all(Array.from({ length: 40 }, () => tell(person)));
  expect(await noticeOf(person)).toMatchObject({ delivered_at: null, mail_attempts: 0 });
  await Promise.all(Array.from({ length: 8 }, () => deliverMails(soon())));
  const mails = server.to(person.email);
  expect(mails).toHaveLength(40);
  expect(new Set(mails.map(({ mail }) => mail.messageId)).size).toBe(40);
  const { id, delivered_at, mail_due_at } = await noticeOf(person);
  expect([delivered_at, mail_due_at]).toEqual([expect.any(Date), null]);
  const [first] = mails.filter(({ mail }) => mail.messageId === `<${id}@prepzo.test>`);
  expect(first?.mail.subject).toBe("API key “Nightly import” was revoked");
  expect(first?.mail.text).toContain(`/settings/api-keys/${key.id}`);
  await deliverMails(new Date(Date.now() + DAY_MS));
  expect(server.to(person.email)).toHaveLength(40);
});

test("told once is told once, however often it is told at once", async () => {
  await Promise.all(Array.from({ length: 8 }, () => tell(person, "the same")));
  await deliverMails(soon());
  expect(server.to(person.email)).toHaveLength(1);
});

test("an e-mail that the server refuses is tried again, ever later, and at last only in the inbox", async () => {
  await tell(person);
  isRefusing = true;
  let now = soon();
  const waits: number[] = [];
  for (;;) {
    await deliverMails(now);
    const { mail_due_at, delivered_at } = await noticeOf(person);
    expect(delivered_at).toBeNull();
    if (mail_due_at === null) break;
    waits.push((mail_due_at.getTime() - now.getTime()) / MINUTE_MS);
    // Before its time nothing is tried.
    await deliverMails(new Date(mail_due_at.getTime() - 1));
    now = mail_due_at;
  }
  isRefusing = false;
  expect(waits).toEqual([1, 5, 20, 60, 240, 720, 1440]);
  expect(await noticeOf(person)).toMatchObject({ mail_attempts: 8 });
  expect(server.to(person.email)).toHaveLength(0);
});

test("after a connection that was refused the e-mail still arrives", async () => {
  await tell(person);
  configure("smtp://127.0.0.1:1");
  await deliverMails(soon());
  configure(server.url);
  expect(server.to(person.email)).toHaveLength(0);
  await deliverMails(new Date(Date.now() + 2 * MINUTE_MS));
  expect(server.to(person.email)).toHaveLength(1);
});

test("what somebody else is sending is left to them until their lease is over", async () => {
  await tell(person);
  const now = soon();
  const lease = new Date(now.getTime() + MINUTE_MS);
  await db().notice.updateMany({
    where: { user_id: person.id },
    data: { mail_due_at: lease, mail_attempts: 1 },
  });
  await deliverMails(now);
  expect(server.to(person.email)).toHaveLength(0);
  await deliverMails(lease);
  expect(server.to(person.email)).toHaveLength(1);
});

test("disabled people are sent nothing", async () => {
  await tell(person);
  await db().user.update({ where: { id: person.id }, data: { disabled_at: new Date() } });
  await deliverMails(soon());
  expect(server.to(person.email)).toHaveLength(0);
  expect(await noticeOf(person)).toMatchObject({ mail_due_at: null, delivered_at: null });
});

test("where e-mail is not configured, a notice is delivered by being in the inbox", async () => {
  await tell(person);
  configure("");
  const other = await makePerson();
  await tell(other);
  expect(await noticeOf(other)).toMatchObject({ delivered_at: expect.any(Date), mail_due_at: null });
  const now = soon();
  await deliverMails(now);
  configure(server.url);
  expect(await noticeOf(person)).toMatchObject({ delivered_at: now, mail_due_at: null });
  expect(server.to(person.email)).toHaveLength(0);
});
