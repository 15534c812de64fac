import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/db";
import { ownDatabase } from "@/lib/testing/own-database";
import { type Receiver, startReceiver } from "@/lib/testing/receiver";
import { makePerson, type Person } from "@/lib/testing/seed";
import { makeDelivery, makeWebhook } from "@/lib/testing/webhook";
import type { ThrowAway } from "@/scripts/test/throw-away-database";
import { attempt } from "./attempt";
import { type Claimed, claim } from "./claim";
import { deliverNow } from "./deliver";
import { disableFailing } from "./long-failing";
import { record } from "./record";
import { secretOf } from "./secret";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const DAY = 86_400 * SECOND;

let database: ThrowAway;
let receiver: Receiver;
let owner: Person;
let webhook: { id: string };

beforeAll(async () => {
  database = await ownDatabase();
}, 60_000);
afterAll(() => database.remove());
beforeEach(async () => {
  receiver = await startReceiver();
  owner = await makePerson();
  webhook = await makeWebhook(owner, receiver.url("/hook?token=of-theirs"));
  return () => receiver.stop();
});

const deliveryOf = (id: string) => db().delivery.findUniqueOrThrow({ where: { id } });
const attemptsOf = (id: string) =>
  db().deliveryAttempt.findMany({ where: { delivery_id: id }, orderBy: { number: "asc" } });
const webhookNow = () => db().webhook.findUniqueOrThrow({ where: { id: webhook.id } });
/** An instant that the database's clock has not reached: what is claimed then, is claimed at that very instant. */
const soon = () => new Date(Date.now() + DAY);
/** Seconds from now on. */
const inSeconds = (at: Date | null) => (at === null ? null : (at.getTime() - Date.now()) / SECOND);

/** Tries a delivery again and again, each time when it is due, until that is over. */
async function deliverToTheEnd(id: string): Promise<void> {
  for (let now: Date | null = new Date(); now !== null; ) {
    await deliverNow(id, "automatic", now);
    now = (await deliveryOf(id)).next_attempt_at;
  }
}

test("what is sent: the event, its time and whose it is, under the delivery's id, as JSON", async () => {
  const { id, event } = await makeDelivery(webhook.id);
  await deliverNow(id, "automatic", new Date());
  const [message] = receiver.received;
  expect(JSON.parse(message?.body ?? "")).toEqual({
    event: "candidate.created",
    data: event?.data,
    organization_id: owner.organization_id,
    timestamp: event?.created_at.toISOString(),
  });
  expect(message?.path).toBe("/hook?token=of-theirs");
  expect(message?.headers).toMatchObject({
    "content-type": "application/json",
    "webhook-id": `msg_${id.replaceAll("-", "")}`,
  });
});

test("2xx: delivered, and how it went is kept, but not the signature", async () => {
  receiver.answer = () => ({
    status: 202,
    headers: { "x-their": "header", "set-cookie": "a=b" },
    body: "ok\0",
  });
  const { id } = await makeDelivery(webhook.id);
  const now = soon();
  await deliverNow(id, "resend", now);
  const [attempt, ...others] = await attemptsOf(id);
  expect(others).toEqual([]);
  expect(attempt?.at.getTime()).toBeGreaterThanOrEqual(now.getTime());
  expect(await deliveryOf(id)).toMatchObject({
    status: "delivered",
    attempts: 1,
    next_attempt_at: null,
    last_status_code: 202,
    last_error: null,
    delivered_at: attempt?.at,
  });
  expect(attempt).toMatchObject({
    number: 1,
    trigger: "resend",
    status_code: 202,
    error: null,
    request_headers: { "webhook-signature": "v1,…" },
    response_headers: { "x-their": "header" },
    response_body: "ok",
  });
  expect(attempt?.response_headers).not.toHaveProperty("set-cookie");
  expect(receiver.received[0]?.headers["webhook-signature"]).toMatch(/^v1,[A-Za-z0-9+/]{43}=$/);
});

test("sent again without success: it failed, and was received before", async () => {
  const { id } = await makeDelivery(webhook.id);
  await deliverNow(id, "automatic", new Date());
  const { delivered_at } = await deliveryOf(id);
  expect(delivered_at).not.toBeNull();
  await db().delivery.update({ where: { id }, data: { status: "pending", next_attempt_at: new Date() } });
  receiver.answer = () => ({ status: 410 });
  await deliverNow(id, "resend", new Date());
  expect(await deliveryOf(id)).toMatchObject({ status: "failed", last_error: "gone", delivered_at });
});

test("a receiver that sends back what it got and knows: neither signature nor secret is kept", async () => {
  const stored = await db().webhook.findUniqueOrThrow({ where: { id: webhook.id } });
  const secret = secretOf(webhook.id, stored);
  receiver.answer = ({ headers }) => ({
    status: 500,
    headers: { "x-signature": String(headers["webhook-signature"]) },
    body: JSON.stringify({ headers, secret }),
  });
  const { id } = await makeDelivery(webhook.id);
  await deliverNow(id, "automatic", new Date());
  const [kept] = await attemptsOf(id);
  const signature = String(receiver.received[0]?.headers["webhook-signature"]).slice(3);
  for (const hidden of [signature, secret.slice(6)]) expect(JSON.stringify(kept)).not.toContain(hidden);
  expect(kept?.response_headers).toMatchObject({ "x-signature": "v1,…" });
  expect(JSON.parse(kept?.response_body ?? "")).toMatchObject({ secret: "whsec_…" });
});

test("failures: ten attempts by the schedule, the same bytes under the same id, signed anew", async () => {
  receiver.answer = () => ({ status: 500 });
  const { id } = await makeDelivery(webhook.id);
  await deliverToTheEnd(id);
  expect(await deliveryOf(id)).toMatchObject({ status: "failed", attempts: 10, last_error: "status" });
  expect(receiver.received).toHaveLength(10);
  for (const of of [({ id }: { id: string }) => id, ({ body }: { body: string }) => body])
    expect(new Set(receiver.received.map(of)).size).toBe(1);
  const signatures = receiver.received.map(({ headers }) => headers["webhook-signature"]);
  expect(new Set(signatures).size).toBe(10);
  const waits = (await attemptsOf(id)).map(({ at }) => at.getTime());
  const hours = waits.slice(1).map((at, index) => (at - (waits[index] as number)) / 3_600_000);
  const expected = [5 / 3_600, 1 / 12, 0.5, 2, 5, 10, 14, 20, 24];
  for (const [index, hour] of hours.entries()) {
    expect(hour).toBeGreaterThan((expected[index] as number) * 0.89);
    // The attempt itself takes a moment, which is longer on a busy machine.
    expect(hour).toBeLessThan((expected[index] as number) * 1.11 + 10 / 3_600);
  }
});

test.each([429, 503])("%i with Retry-After waits for as long as the receiver asks", async (status) => {
  receiver.answer = () => ({ status, headers: { "Retry-After": "3600" } });
  const { id } = await makeDelivery(webhook.id);
  await deliverNow(id, "automatic", new Date());
  const { next_attempt_at } = await deliveryOf(id);
  expect(inSeconds(next_attempt_at)).toBeGreaterThan(3_500);
  expect(inSeconds(next_attempt_at)).toBeLessThan(3_700);
});

test("another status with Retry-After is tried again by the schedule", async () => {
  receiver.answer = () => ({ status: 500, headers: { "Retry-After": "3600" } });
  const { id } = await makeDelivery(webhook.id);
  await deliverNow(id, "automatic", new Date());
  expect(inSeconds((await deliveryOf(id)).next_attempt_at)).toBeLessThan(60);
});

test("a redirect is not followed, and is a failure", async () => {
  receiver.answer = () => ({ status: 307, headers: { Location: receiver.url("/elsewhere") } });
  const { id } = await makeDelivery(webhook.id);
  await deliverNow(id, "automatic", new Date());
  expect(receiver.received.map(({ path }) => path)).toEqual(["/hook?token=of-theirs"]);
  expect(await deliveryOf(id)).toMatchObject({
    status: "pending",
    last_status_code: 307,
    last_error: "redirect",
  });
});

test("nobody listens: a failure like others", async () => {
  await db().webhook.update({ where: { id: webhook.id }, data: { url: "http://localhost:1/" } });
  const { id } = await makeDelivery(webhook.id);
  await deliverNow(id, "automatic", new Date());
  expect(await deliveryOf(id)).toMatchObject({
    status: "pending",
    last_status_code: null,
    last_error: "connection_refused",
  });
});

describe("judged again at each attempt", () => {
  test("an event that the owner's role may not read any more is not sent, and not tried again", async () => {
    await db().user.update({ where: { id: owner.id }, data: { role: "viewer" } });
    const [of, key] = [
      await makeDelivery(webhook.id),
      await makeDelivery(webhook.id, { event_type: "api_key.created" }),
    ];
    for (const { id } of [of, key]) await deliverNow(id, "automatic", new Date());
    expect(receiver.received.map(({ event }) => event.event)).toEqual(["candidate.created"]);
    expect(await deliveryOf(key.id)).toMatchObject({
      status: "failed",
      attempts: 0,
      last_error: "forbidden",
      next_attempt_at: null,
    });
  });

  test("an event that the webhook does not ask for any more is not sent", async () => {
    await db().webhook.update({ where: { id: webhook.id }, data: { events: ["job.closed"] } });
    const [dropped, kept] = [
      await makeDelivery(webhook.id),
      await makeDelivery(webhook.id, { event_type: "job.closed" }),
    ];
    for (const { id } of [dropped, kept]) await deliverNow(id, "automatic", new Date());
    expect(receiver.received.map(({ event }) => event.event)).toEqual(["job.closed"]);
    expect(await deliveryOf(dropped.id)).toMatchObject({
      status: "failed",
      attempts: 0,
      last_error: "not_asked",
    });
  });

  test("what is not sent leaves standing what the receiver answered before", async () => {
    receiver.answer = () => ({ status: 500 });
    const { id } = await makeDelivery(webhook.id);
    await deliverNow(id, "automatic", new Date());
    const { last_status_code, last_duration_ms, next_attempt_at } = await deliveryOf(id);
    await db().user.update({ where: { id: owner.id }, data: { disabled_at: new Date() } });
    await deliverNow(id, "automatic", next_attempt_at as Date);
    expect(await deliveryOf(id)).toMatchObject({
      last_error: "forbidden",
      last_status_code,
      last_duration_ms,
      attempts: 1,
    });
    expect(last_status_code).toBe(500);
  });

  test("nothing is sent for an owner who was shut out", async () => {
    await db().user.update({ where: { id: owner.id }, data: { disabled_at: new Date() } });
    const { id } = await makeDelivery(webhook.id);
    await deliverNow(id, "automatic", new Date());
    expect(receiver.received).toEqual([]);
    expect(await deliveryOf(id)).toMatchObject({ status: "failed", last_error: "forbidden" });
  });

  test("a webhook that is off is not tried, and nothing is counted; a test is", async () => {
    await db().webhook.update({ where: { id: webhook.id }, data: { enabled: false } });
    const [real, of] = [
      await makeDelivery(webhook.id),
      await makeDelivery(webhook.id, { test: true, event_id: null }),
    ];
    for (const { id } of [real, of]) await deliverNow(id, "automatic", new Date());
    expect(await deliveryOf(real.id)).toMatchObject({ status: "pending", attempts: 0 });
    expect(await deliveryOf(of.id)).toMatchObject({ status: "delivered", attempts: 1 });
  });
});

test("a test that fails is not tried again, and says nothing of the webhook's health", async () => {
  receiver.answer = () => ({ status: 500 });
  const { id } = await makeDelivery(webhook.id, { test: true, event_id: null });
  await deliverNow(id, "automatic", new Date());
  expect(await deliveryOf(id)).toMatchObject({ status: "failed", next_attempt_at: null });
  expect((await webhookNow()).failing_since).toBeNull();
});

test("a clock that is behind the database's: what is due is tried, and the next attempt is in the future", async () => {
  receiver.answer = () => ({ status: 500 });
  const { id } = await makeDelivery(webhook.id);
  await deliverNow(id, "automatic", new Date(Date.now() - DAY));
  const { attempts, next_attempt_at } = await deliveryOf(id);
  expect(attempts).toBe(1);
  expect(next_attempt_at?.getTime()).toBeGreaterThan(Date.now());
});

test("several at once try it once", async () => {
  const { id } = await makeDelivery(webhook.id);
  await Promise.all([1, 2, 3].map(() => deliverNow(id, "automatic", new Date())));
  expect(receiver.received).toHaveLength(1);
});

describe("disabled", () => {
  const told = (userId: string) =>
    db().notice.findMany({ where: { user_id: userId, subject_id: webhook.id } });

  test("a secret that cannot be read: nothing is sent, and it is not tried again and again", async () => {
    const { id } = await makeDelivery(webhook.id);
    await db().webhook.update({ where: { id: webhook.id }, data: { sealed_secret: Buffer.alloc(64) } });
    await deliverNow(id, "automatic", new Date());
    expect(await deliveryOf(id)).toMatchObject({
      status: "failed",
      last_error: "unsigned",
      next_attempt_at: null,
    });
    expect(receiver.received).toHaveLength(0);
  });

  test("410 by a receiver that is not the webhook's any more leaves the webhook as it is", async () => {
    receiver.answer = () => ({ status: 410 });
    const { id } = await makeDelivery(webhook.id);
    const [claimed] = await claim([id], new Date());
    await db().webhook.update({ where: { id: webhook.id }, data: { url: receiver.url("/new") } });
    const tried = await attempt(claimed as Claimed, "automatic");
    await record([{ job: null, attempt: tried, again: null }]);
    expect(await deliveryOf(id)).toMatchObject({ status: "failed", last_error: "gone" });
    expect(await webhookNow()).toMatchObject({ enabled: true, disabled_reason: null });
  });

  test("what was sent to where it sends no more says nothing of it", async () => {
    receiver.answer = ({ path }) => ({ status: path === "/new" ? 500 : 200 });
    const before = await makeDelivery(webhook.id);
    const [claimed] = await claim([before.id], new Date());
    await db().webhook.update({ where: { id: webhook.id }, data: { url: receiver.url("/new") } });
    await deliverNow((await makeDelivery(webhook.id)).id, "automatic", new Date());
    const { failing_since } = await webhookNow();
    expect(failing_since).not.toBeNull();
    const tried = await attempt(claimed as Claimed, "automatic");
    await record([{ job: null, attempt: tried, again: null }]);
    expect(await deliveryOf(before.id)).toMatchObject({ status: "delivered" });
    expect((await webhookNow()).failing_since).toEqual(failing_since);
  });

  test("410: the delivery failed and the webhook is off; its owner and the admins are told, others not", async () => {
    const organization = { id: owner.organization_id, name: "", plan: "free" } as const;
    const recruiter = await makePerson("recruiter", organization);
    const viewer = await makePerson("viewer", organization);
    await db().webhook.update({ where: { id: webhook.id }, data: { owner_id: recruiter.id } });
    receiver.answer = () => ({ status: 410 });
    const { id } = await makeDelivery(webhook.id);
    await deliverNow(id, "automatic", new Date());
    expect(await deliveryOf(id)).toMatchObject({ status: "failed", last_error: "gone" });
    expect(await webhookNow()).toMatchObject({ enabled: false, disabled_reason: "gone" });
    for (const person of [owner, recruiter]) {
      const [notice, ...others] = await told(person.id);
      expect(others).toEqual([]);
      expect(notice).toMatchObject({ kind: "webhook.disabled" });
      expect(JSON.stringify(notice)).not.toContain("of-theirs");
    }
    expect(await told(viewer.id)).toEqual([]);
    const entries = await db().auditEntry.findMany({
      where: { target_id: webhook.id },
      select: { action: true, actor_kind: true, changes: true },
    });
    expect(entries).toEqual([
      {
        action: "webhook.disabled",
        actor_kind: "system",
        changes: { enabled: { from: true, to: false }, reason: "gone" },
      },
    ]);
  });

  test("after five days of failures only, and not before, though nothing is to be sent then", async () => {
    receiver.answer = () => ({ status: 500 });
    await deliverToTheEnd((await makeDelivery(webhook.id)).id);
    const since = (await webhookNow()).failing_since?.getTime() ?? 0;
    await disableFailing(new Date(since + 5 * DAY - MINUTE));
    expect(await webhookNow()).toMatchObject({ enabled: true });
    for (const late of [0, MINUTE]) await disableFailing(new Date(since + 5 * DAY + late));
    expect(await webhookNow()).toMatchObject({ enabled: false, disabled_reason: "failing" });
    expect(await told(owner.id)).toHaveLength(1);
  });

  test("one that cannot be disabled does not keep the others on", async () => {
    receiver.answer = () => ({ status: 500 });
    const stranger = await makePerson();
    const others = await makeWebhook(stranger, receiver.url("/others"));
    for (const { id } of [webhook, others]) await deliverToTheEnd((await makeDelivery(id)).id);
    await db().webhook.update({ where: { id: webhook.id }, data: { url: "not an address" } });
    await disableFailing(new Date(Date.now() + 20 * DAY));
    const now = await db().webhook.findUniqueOrThrow({ where: { id: others.id } });
    expect(now).toMatchObject({ enabled: false, disabled_reason: "failing" });
    expect(await webhookNow()).toMatchObject({ enabled: true });
  });

  test("not for a failure now and one days ago, nor for tests", async () => {
    receiver.answer = () => ({ status: 500 });
    const start = soon();
    const later = new Date(start.getTime() + 6 * DAY);
    for (const at of [start, later])
      await deliverNow((await makeDelivery(webhook.id, { next_attempt_at: at })).id, "automatic", at);
    for (let number = 0; number < 10; number++)
      await deliverNow((await makeDelivery(webhook.id, { test: true })).id, "automatic", later);
    await disableFailing(later);
    expect(await webhookNow()).toMatchObject({ enabled: true });
  });

  test("what ended last tells how a receiver is, whatever was begun first", async () => {
    const claimOne = async () =>
      (await claim([(await makeDelivery(webhook.id)).id], new Date()))[0] as Claimed;
    const held = Promise.withResolvers<{ status: number }>();
    receiver.answer = () => held.promise;
    const slow = attempt(await claimOne(), "automatic");
    await expect.poll(() => receiver.received.length).toBe(1);
    receiver.answer = () => ({ status: 500 });
    const failed = await attempt(await claimOne(), "automatic");
    await record([{ job: null, attempt: failed, again: null }]);
    expect((await webhookNow()).failing_since).toEqual(failed.ended);
    held.resolve({ status: 200 });
    await record([{ job: null, attempt: await slow, again: null }]);
    expect((await webhookNow()).failing_since).toBeNull();
  });

  test("one success begins the five days anew", async () => {
    const start = soon();
    const attemptAt = async (ms: number, status: number) => {
      receiver.answer = () => ({ status });
      const at = new Date(start.getTime() + ms);
      const { id } = await makeDelivery(webhook.id, { next_attempt_at: at });
      await deliverNow(id, "automatic", at);
      return (await webhookNow()).failing_since;
    };
    expect(await attemptAt(0, 500)).not.toBeNull();
    expect(await attemptAt(DAY, 200)).toBeNull();
    const since = (await attemptAt(2 * DAY, 500)) as Date;
    expect(since.getTime()).toBeGreaterThanOrEqual(start.getTime() + 2 * DAY);
  });
});
