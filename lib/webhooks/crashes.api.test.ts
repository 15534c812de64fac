import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { db } from "@/lib/db";
import { ownDatabase } from "@/lib/testing/own-database";
import { type Received, type Receiver, startReceiver } from "@/lib/testing/receiver";
import { candidateFields, makeKey, makePerson, type Person } from "@/lib/testing/seed";
import { makeWebhook, tell } from "@/lib/testing/webhook";
import { startWorkerProcess, type WorkerProcess } from "@/lib/testing/worker-process";
import { startTestServer } from "@/scripts/test/test-server";
import type { ThrowAway } from "@/scripts/test/throw-away-database";
import { dispatch } from "./dispatch";

/** How long the database is away. */
const AWAY_MS = 30_000;
const LONG_MS = 120_000;

let database: ThrowAway;
let receiver: Receiver;
let owner: Person;
let workers: WorkerProcess[] = [];

beforeAll(async () => {
  database = await ownDatabase();
}, LONG_MS);
afterAll(() => database.remove());
beforeEach(async () => {
  receiver = await startReceiver();
  owner = await makePerson();
  return async () => {
    await Promise.all(workers.map((worker) => worker.stop()));
    workers = [];
    await receiver.stop();
  };
}, LONG_MS);

async function startWorker(): Promise<WorkerProcess> {
  const worker = await startWorkerProcess();
  workers.push(worker);
  return worker;
}

const about = ({ event }: Received) => event.data.id;
const arrived = () => new Set(receiver.received.map(about));
const until = (check: () => unknown) => expect.poll(check, { timeout: LONG_MS, interval: 50 });
const deliveriesBy = (status: "pending" | "delivered" | "failed") =>
  db().delivery.count({ where: { organization_id: owner.organization_id, status } });

/** Keeps the receiver from answering; returns what lets it go on. */
function hold(): () => void {
  const held = Promise.withResolvers<{ status: number }>();
  receiver.answer = () => held.promise;
  return () => {
    receiver.answer = () => ({ status: 200 });
    held.resolve({ status: 200 });
  };
}

test(
  "a worker that is killed in the middle of a delivery: another one takes it up, under the same id",
  async () => {
    await makeWebhook(owner, receiver.url());
    const worker = await startWorker();
    const release = hold();
    const id = await tell(owner);
    await until(() => receiver.received.length).toBe(1);
    await worker.kill();
    release();
    await startWorker();
    await until(() => deliveriesBy("delivered")).toBe(1);
    expect(receiver.received.map(about)).toEqual([id, id]);
    expect(new Set(receiver.received.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
    expect(await db().deliveryAttempt.count({ where: { organization_id: owner.organization_id } })).toBe(1);
  },
  LONG_MS,
);

test(
  "a server that is killed in the middle of a transaction: what it had not committed is told to nobody",
  async () => {
    const { key } = await makeKey(owner, ["candidates:write"]);
    await makeWebhook(owner, receiver.url());
    const before = await db().event.count();
    const server = await startTestServer(database.url, {
      name: "killed",
      SECRETS_KEY: process.env.SECRETS_KEY as string,
    });
    const create = () =>
      fetch(`${server.env.BASE_URL}/api/v1/candidates`, {
        method: "POST",
        headers: { Authorization: `Bearer ${key}`, "Content-Type": "application/json" },
        body: JSON.stringify(candidateFields()),
      });
    const committed = (await (await create()).json()).data.id;
    await until(arrived).toContain(committed);

    // The chain of the audit trail is what a transaction asks for last.
    let lost = Promise.resolve<unknown>(null);
    await db().$transaction(
      async (tx) => {
        const { organization_id } = owner;
        await tx.$executeRaw`SELECT 1 FROM audit_heads WHERE organization_id = ${organization_id}::uuid FOR UPDATE`;
        lost = create().catch(() => null);
        await until(async () => {
          const [row] = await db().$queryRaw<{ waiting: bigint }[]>`
            SELECT count(*) AS waiting FROM pg_stat_activity
             WHERE wait_event_type = 'Lock' AND query LIKE '%audit_heads%'`;
          return Number(row?.waiting);
        }).toBe(1);
        await server.kill();
      },
      { timeout: LONG_MS },
    );
    expect(await lost).toBeNull();
    await startWorker();
    const last = await tell(owner);
    await until(arrived).toContain(last);
    expect(arrived()).toContain(committed);
    expect([...arrived()].sort()).toEqual([committed, last].sort());
    expect(await db().event.count()).toBe(before + 2);
    await until(() => db().$queryRaw`SELECT 1 FROM pgboss.job`).toEqual([]);
  },
  LONG_MS,
);

test(
  "the database goes away in the middle of deliveries and comes back: every event that was committed arrives",
  async () => {
    await makeWebhook(owner, receiver.url());
    await startWorker();
    const release = hold();
    const ids = await Promise.all(Array.from({ length: 3 }, () => tell(owner)));
    await until(() => receiver.received.length).toBe(3);
    await database.restart(async () => {
      release();
      // Nothing to see meanwhile: as long as the worker tries to write down what it has sent.
      await new Promise((resolve) => setTimeout(resolve, AWAY_MS));
    });
    await until(() => tell(owner).catch(() => "")).not.toBe("");
    const later = await Promise.all(Array.from({ length: 3 }, () => tell(owner)));
    await until(() => [...ids, ...later].every((id) => arrived().has(id))).toBe(true);
    await until(() => deliveriesBy("pending")).toBe(0);
    expect(await deliveriesBy("failed")).toBe(0);
    // Sent while the database was away; once more where that could not be written down in time, under the same id.
    const sent = receiver.received.filter((each) => ids.includes(about(each)));
    expect(new Set(sent.map(({ id }) => id)).size).toBe(3);
  },
  LONG_MS,
);

test(
  "a receiver that does not answer delays no other, however much it is sent",
  async () => {
    const slow = await startReceiver();
    const held = Promise.withResolvers<{ status: number }>();
    slow.answer = () => held.promise;
    await makeWebhook(owner, slow.url());
    await makeWebhook(owner, receiver.url());
    await startWorker();
    const ids: string[] = [];
    for (let index = 0; index < 50; index++) ids.push(await tell(owner));
    await until(() => arrived().size).toBe(50);
    expect(slow.received.length).toBeGreaterThan(0);
    // No more at once than one webhook may have.
    expect(slow.received.length).toBeLessThanOrEqual(10);
    held.resolve({ status: 200 });
    slow.answer = () => ({ status: 200 });
    await until(() => deliveriesBy("pending")).toBe(0);
    expect(new Set(slow.received.map(about))).toEqual(new Set(ids));
    await slow.stop();
  },
  LONG_MS,
);

test(
  "an organization whose receivers do not answer leaves room for others in a worker",
  async () => {
    const slow = await startReceiver();
    const held = Promise.withResolvers<{ status: number }>();
    slow.answer = () => held.promise;
    for (let index = 0; index < 45; index++) await makeWebhook(owner, slow.url());
    for (let index = 0; index < 10; index++) await tell(owner);
    const other = await makePerson();
    await makeWebhook(other, receiver.url());
    await dispatch(new Date());
    const id = await tell(other);
    await dispatch(new Date());
    await startWorker();
    await until(arrived).toContain(id);
    await until(() => slow.received.length).toBeGreaterThan(50);
    // Never half of the requests that a worker makes at once.
    expect(slow.received.length).toBeLessThan(200);
    held.resolve({ status: 200 });
    slow.answer = () => ({ status: 200 });
    await until(() => deliveriesBy("pending")).toBe(0);
    await slow.stop();
  },
  LONG_MS,
);

test(
  "two workers deliver each event once",
  async () => {
    await makeWebhook(owner, receiver.url("/a"));
    await makeWebhook(owner, receiver.url("/b"));
    await Promise.all([startWorker(), startWorker()]);
    const ids = await Promise.all(Array.from({ length: 100 }, () => tell(owner)));
    await until(() => deliveriesBy("delivered")).toBe(200);
    expect(receiver.received).toHaveLength(200);
    for (const path of ["/a", "/b"]) {
      const there = receiver.received.filter((each) => each.path === path).map(about);
      expect(there.sort()).toEqual(ids.toSorted());
    }
  },
  LONG_MS,
);

test(
  "a worker that is told to stop finishes what it has begun",
  async () => {
    await makeWebhook(owner, receiver.url());
    const worker = await startWorker();
    const release = hold();
    await tell(owner);
    await until(() => receiver.received.length).toBe(1);
    const stopped = worker.stop();
    release();
    await stopped;
    expect(await deliveriesBy("delivered")).toBe(1);
  },
  LONG_MS,
);
