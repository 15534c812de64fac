import { fromPrisma } from "pg-boss";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { system } from "@/lib/access/actor";
import { change } from "@/lib/change";
import { db } from "@/lib/db";
import { ownDatabase } from "@/lib/testing/own-database";
import { makePerson, type Person } from "@/lib/testing/seed";
import { makeDelivery, makeWebhook, tell } from "@/lib/testing/webhook";
import type { ThrowAway } from "@/scripts/test/throw-away-database";
import { dispatch, dispatcher } from "./dispatch";
import { sweepDeliveries } from "./prune";
import { DELIVER, queue, sendDeliveries } from "./queue";
import { sendOverdue, sendWaiting } from "./waiting";

const url = "https://hooks.example.com/";
const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;

let database: ThrowAway;
let owner: Person;

beforeAll(async () => {
  database = await ownDatabase();
}, 60_000);
afterAll(() => database.remove());
beforeEach(async () => {
  owner = await makePerson();
});

const waiting = () => db().event.count({ where: { to_dispatch: true } });
async function dispatchAll(): Promise<void> {
  while ((await dispatch(new Date())) > 0);
}
const deliveriesOf = (webhook: { id: string }) =>
  db().delivery.findMany({ where: { webhook_id: webhook.id }, orderBy: { id: "asc" } });
const typesFor = async (webhook: { id: string }) =>
  (await deliveriesOf(webhook)).map(({ event_type }) => event_type);
const jobsFor = (delivery: { id: string }) =>
  queue().findJobs(DELIVER, { data: { delivery_id: delivery.id }, db: fromPrisma(db()) });

test("an event is dispatched where somebody asks for it, and else leaves nothing but itself", async () => {
  await tell(owner);
  await makeWebhook(owner, url, { events: ["job.closed"] });
  await makeWebhook(owner, url, { enabled: false });
  await makeWebhook(await makePerson(), url);
  await tell(owner);
  expect(await waiting()).toBe(0);
  expect(await db().event.count({ where: { organization_id: owner.organization_id } })).toBe(2);

  const webhook = await makeWebhook(owner, url);
  await tell(owner);
  await dispatchAll();
  expect(await typesFor(webhook)).toEqual(["candidate.created"]);
});

test("an event that a version wrote which knows nothing of dispatching", async () => {
  const webhook = await makeWebhook(owner, url);
  await db().$executeRaw`
    INSERT INTO events (id, organization_id, type, data)
    VALUES (gen_random_uuid(), ${owner.organization_id}::uuid, 'candidate.created', '{}')`;
  await dispatchAll();
  expect(await typesFor(webhook)).toEqual(["candidate.created"]);
});

test("to each webhook what it asks for and its owner may read now, in order", async () => {
  const organization = { id: owner.organization_id, name: "", plan: "free" } as const;
  const viewer = await makePerson("viewer", organization);
  const gone = await makePerson("admin", organization);
  const [all, allAndKeys, some, ofViewer, ofNobody] = [
    await makeWebhook(owner, url),
    await makeWebhook(owner, url, { events: ["*", "api_key.revoked"] }),
    await makeWebhook(owner, url, { events: ["job.closed", "api_key.revoked"] }),
    await makeWebhook(viewer, url),
    await makeWebhook(gone, url),
  ];
  await db().user.update({ where: { id: gone.id }, data: { disabled_at: new Date() } });
  for (const type of ["candidate.created", "job.closed", "api_key.revoked"] as const) await tell(owner, type);
  await dispatchAll();
  expect(await typesFor(all)).toEqual(["candidate.created", "job.closed"]);
  expect(await typesFor(allAndKeys)).toEqual(["candidate.created", "job.closed", "api_key.revoked"]);
  expect(await typesFor(some)).toEqual(["job.closed", "api_key.revoked"]);
  expect(await typesFor(ofViewer)).toEqual(["candidate.created", "job.closed"]);
  expect(await typesFor(ofNobody)).toEqual([]);
});

test("several at once dispatch each event once, with one job", async () => {
  const webhook = await makeWebhook(owner, url);
  for (let index = 0; index < 20; index++) await tell(owner);
  await Promise.all([1, 2, 3, 4].map(dispatchAll));
  const deliveries = await deliveriesOf(webhook);
  expect(new Set(deliveries.map(({ event_id }) => event_id)).size).toBe(20);
  expect(deliveries).toHaveLength(20);
  for (const delivery of deliveries) expect(await jobsFor(delivery)).toHaveLength(1);
});

test("what could not be dispatched waits again, as a whole", async () => {
  const webhook = await makeWebhook(owner, url);
  await tell(owner);
  await db().$executeRaw`ALTER TABLE deliveries ADD CONSTRAINT none CHECK (false) NOT VALID`;
  await expect(dispatch(new Date())).rejects.toThrow();
  expect(await waiting()).toBe(1);
  await db().$executeRaw`ALTER TABLE deliveries DROP CONSTRAINT none`;
  await dispatchAll();
  expect(await deliveriesOf(webhook)).toHaveLength(1);
});

test("a portion that is too large is taken in smaller ones, and nothing waits behind it", async () => {
  const webhook = await makeWebhook(owner, url);
  for (let index = 0; index < 30; index++) await tell(owner);
  // What no statement may do that makes more than ten at once.
  await db().$executeRaw`
    CREATE FUNCTION no_more_than_ten() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF (SELECT count(*) FROM made) > 10 THEN RAISE EXCEPTION 'too many'; END IF;
        RETURN NULL;
      END $$`;
  await db().$executeRaw`
    CREATE TRIGGER few AFTER INSERT ON deliveries REFERENCING NEW TABLE AS made
       FOR EACH STATEMENT EXECUTE FUNCTION no_more_than_ten()`;
  const dispatchWhatWaits = dispatcher(() => undefined);
  let failures = 0;
  while ((await waiting()) > 0) await dispatchWhatWaits().catch(() => failures++);
  await db().$executeRaw`DROP TRIGGER few ON deliveries`;
  expect(await deliveriesOf(webhook)).toHaveLength(30);
  expect(failures).toBeGreaterThan(0);
});

test("a change that is rolled back leaves no event", async () => {
  await makeWebhook(owner, url);
  const failed = change(system(owner.organization_id), async (tx, record) => {
    record.event("candidate.created", {});
    // A row that nobody has: the transaction's end is refused.
    record.notify(owner.organization_id, "key.idle", { data: {} as never });
    await tx.$executeRaw`SELECT 1`;
  });
  await expect(failed).rejects.toThrow();
  expect(await db().event.count({ where: { organization_id: owner.organization_id } })).toBe(0);
});

test("what happened before a webhook was switched off waits for it, what happens then is not told", async () => {
  const [webhook, other] = [await makeWebhook(owner, url), await makeWebhook(owner, url)];
  await tell(owner);
  await db().webhook.update({ where: { id: webhook.id }, data: { enabled: false } });
  await tell(owner, "job.closed");
  await dispatchAll();
  expect(await typesFor(webhook)).toEqual(["candidate.created"]);
  expect(await typesFor(other)).toEqual(["candidate.created", "job.closed"]);
});

test("many events of one change are dispatched, each", async () => {
  const webhook = await makeWebhook(owner, url);
  await change(system(owner.organization_id), async (_, record) => {
    for (let index = 0; index < 250; index++) record.event("candidate.updated", { index });
  });
  await dispatchAll();
  const ids = (await deliveriesOf(webhook)).map(({ event_id }) => event_id as string);
  const events = await db().event.findMany({ where: { id: { in: ids } }, orderBy: { id: "asc" } });
  expect(events.map(({ data }) => (data as { index: number }).index)).toEqual(
    Array.from({ length: 250 }, (_, index) => index),
  );
});

test("what waits for a webhook is sent when it is enabled again, and what is to come has its job already", async () => {
  const webhook = await makeWebhook(owner, url);
  const later = new Date(Date.now() + DAY);
  const [now, then, over] = [
    await makeDelivery(webhook.id),
    await makeDelivery(webhook.id, { next_attempt_at: later }),
    await makeDelivery(webhook.id, { status: "failed", next_attempt_at: null }),
  ];
  await db().$transaction((tx) => sendWaiting(tx, owner.organization_id, webhook.id, new Date()));
  expect(await jobsFor(now)).toHaveLength(1);
  expect(await jobsFor(then)).toEqual([]);
  expect(await jobsFor(over)).toEqual([]);
});

test("what only waits for its turn gets no other job", async () => {
  const webhook = await makeWebhook(owner, url);
  await tell(owner);
  await dispatchAll();
  const [delivery] = await deliveriesOf(webhook);
  await sendOverdue(new Date(Date.now() + 20 * MINUTE));
  expect(await jobsFor(delivery as { id: string })).toHaveLength(1);
});

test("a job for much later is none for what is overdue; one for within a minute is", async () => {
  const webhook = await makeWebhook(owner, url);
  const overdue = { next_attempt_at: new Date(Date.now() - 11 * MINUTE) };
  const [far, near] = [await makeDelivery(webhook.id, overdue), await makeDelivery(webhook.id, overdue)];
  const { organization_id } = owner;
  const job = ({ id }: { id: string }, ms: number) => {
    const at = new Date(Date.now() + ms);
    return { id, organization_id, webhook_id: webhook.id, at };
  };
  await db().$transaction((tx) => sendDeliveries(tx, [job(far, DAY), job(near, MINUTE / 2)]));
  await sendOverdue(new Date());
  await sendOverdue(new Date());
  expect(await jobsFor(far)).toHaveLength(2);
  expect(await jobsFor(near)).toHaveLength(1);
});

test("a delivery whose job was lost is found, where its webhook is on", async () => {
  const [on, off] = [await makeWebhook(owner, url), await makeWebhook(owner, url, { enabled: false })];
  const ago = (minutes: number) => ({ next_attempt_at: new Date(Date.now() - minutes * MINUTE) });
  const [lost, waits, held] = [
    await makeDelivery(on.id, ago(11)),
    await makeDelivery(on.id, ago(9)),
    await makeDelivery(off.id, ago(11)),
  ];
  await sendOverdue(new Date());
  await sendOverdue(new Date());
  expect(await jobsFor(lost)).toHaveLength(1);
  expect(await jobsFor(waits)).toEqual([]);
  expect(await jobsFor(held)).toEqual([]);
});

test("after 30 days deliveries go with their attempts, and events that nothing tells of; not before", async () => {
  const webhook = await makeWebhook(owner, url);
  await tell(owner);
  await dispatchAll();
  const [delivery] = await deliveriesOf(webhook);
  await db().delivery.updateMany({ where: { webhook_id: webhook.id }, data: { status: "delivered" } });
  await tell(owner, "note.created");
  const left = async () => [
    await db().delivery.count({ where: { id: delivery?.id } }),
    await db().event.count({ where: { organization_id: owner.organization_id } }),
  ];
  await sweepDeliveries(new Date(Date.now() + 30 * DAY - MINUTE));
  expect(await left()).toEqual([1, 2]);
  await sweepDeliveries(new Date(Date.now() + 30 * DAY + MINUTE));
  expect(await left()).toEqual([0, 0]);
});

test("what still waits is kept with its event, however long that takes", async () => {
  const webhook = await makeWebhook(owner, url);
  await tell(owner);
  await dispatchAll();
  await sweepDeliveries(new Date(Date.now() + 31 * DAY));
  expect(await deliveriesOf(webhook)).toHaveLength(1);
  expect(await db().event.count({ where: { organization_id: owner.organization_id } })).toBe(1);
});

test("what waits for a webhook whose owner left goes after 30 days, since nobody can enable it", async () => {
  const gone = await makePerson("recruiter", { id: owner.organization_id, name: "", plan: "free" });
  const [of, other] = [
    await makeWebhook(gone, url, { enabled: false }),
    await makeWebhook(owner, url, { enabled: false }),
  ];
  for (const { id } of [of, other]) await makeDelivery(id);
  await db().user.update({ where: { id: gone.id }, data: { disabled_at: new Date() } });
  await sweepDeliveries(new Date(Date.now() + 30 * DAY - MINUTE));
  expect(await deliveriesOf(of)).toHaveLength(1);
  await sweepDeliveries(new Date(Date.now() + 31 * DAY));
  expect(await deliveriesOf(of)).toEqual([]);
  expect(await deliveriesOf(other)).toHaveLength(1);
});
