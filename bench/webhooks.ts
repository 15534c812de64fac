import { randomBytes } from "node:crypto";
import { db } from "@/lib/db";
import { startReceiver } from "@/lib/testing/receiver";
import { candidateFields, makeKey, makePerson, type Person } from "@/lib/testing/seed";
import { makeWebhook, tell } from "@/lib/testing/webhook";
import { startWorkerProcess } from "@/lib/testing/worker-process";
import { build } from "../scripts/build";
import { root } from "../scripts/root";
import { startTestServer, type TestServer } from "../scripts/test/test-server";
import { throwAwayDatabase } from "../scripts/test/throw-away-database";

const ENDPOINTS = [1, 10, 100];
/** Deliveries in each measured crowd. */
const CROWD = 2_000;
const IDLE_EVENTS = 100;
const CALLS = 300;
const LOADED_CALLS = 800;
const CONNECTIONS = 8;

/**
 * How fast events arrive at webhooks, and what that costs the call that causes them: `npm run bench webhooks`.
 * Receivers are in this process; events are made in it too, or by calls of a server, and delivered by a worker apart or
 * by the server's own.
 */
export async function main(): Promise<void> {
  await build(root, new AbortController().signal);
  const database = await throwAwayDatabase();
  const servers: TestServer[] = [];
  try {
    const SECRETS_KEY = `1:${randomBytes(32).toString("base64")}`;
    Object.assign(process.env, {
      DATABASE_URL: database.url,
      NEXTAUTH_SECRET: randomBytes(32).toString("base64"),
      SECRETS_KEY,
      WEBHOOK_ALLOWED_HOSTS: "localhost",
    });
    const lifted = { RATE_LIMIT_PER_MINUTE: "1000000000", LOG_LEVEL: "warn", SECRETS_KEY };
    const server = async (WORKER: string) => {
      const started = await startTestServer(database.url, {
        name: `bench-worker-${WORKER}`,
        ...lifted,
        WORKER,
      });
      servers.push(started);
      return started.env.BASE_URL as string;
    };
    const apart = await server("off");
    await speed();
    await cost({ "the server’s own worker": await server("on"), "a worker apart": apart });
  } finally {
    await db().$disconnect();
    for (const each of servers) await each.stop();
    await database.remove();
  }
}

/** Events a second from commit to receipt, and the delay of one alone, with a worker in a process of its own. */
async function speed(): Promise<void> {
  const worker = await startWorkerProcess();
  const rows: Record<string, Record<string, number>> = {};
  for (const count of ENDPOINTS) {
    const owner = await makePerson();
    const inbox = await startInbox(owner, count);
    await told(inbox, owner, 3);

    const delays: number[] = [];
    for (let round = 0; round < IDLE_EVENTS; round++) {
      const id = await tell(owner);
      const committed = performance.now();
      await inbox.complete([id]);
      for (const at of inbox.times(id)) delays.push(at - committed);
    }
    const events = Math.ceil(CROWD / count);
    const start = performance.now();
    await told(inbox, owner, events);
    const seconds = (performance.now() - start) / 1_000;
    rows[`${count}`] = {
      "idle p50 ms": at(delays, 0.5),
      "idle p99 ms": at(delays, 0.99),
      "events/s": Math.round(events / seconds),
      "deliveries/s": Math.round((events * count) / seconds),
    };
    await inbox.stop();
  }
  await worker.stop();
  console.log("Endpoints told of each event; a worker in a process of its own");
  console.table(rows);
}

/** Makes so many events, eight at a time, and waits until each has arrived everywhere. */
async function told(inbox: Inbox, owner: Person, events: number): Promise<void> {
  const ids: string[] = [];
  await inParallel(events, async () => {
    ids.push(await tell(owner));
  });
  await inbox.complete(ids);
}

/** What a call that causes an event takes: where nobody listens, and where a webhook is told. */
async function cost(servers: Record<string, string>): Promise<void> {
  const caller = async (events: string[] | null) => {
    const owner = await makePerson();
    const inbox = await startInbox(owner, 0);
    if (events) await makeWebhook(owner, inbox.url, { events });
    return { inbox, key: (await makeKey(owner, ["candidates:write"])).key, isTold: events?.[0] === "*" };
  };
  const callers = {
    "no webhook": await caller(null),
    "a webhook for other events": await caller(["job.closed"]),
    "a webhook that is told": await caller(["*"]),
  };
  for (const [name, url] of Object.entries(servers)) {
    const worker = name === "a worker apart" ? await startWorkerProcess() : null;
    const alone = new Map<string, number[]>(Object.keys(callers).map((key) => [key, []]));
    const perSecond = new Map<string, number[]>(Object.keys(callers).map((key) => [key, []]));
    for (const { key } of Object.values(callers)) await inParallel(200, () => create(url, key));
    // In turn, so that whatever else the machine does falls on all alike.
    for (let call = 0; call < CALLS; call++) {
      for (const [kind, { key, inbox, isTold }] of turned(Object.entries(callers), call)) {
        const start = performance.now();
        const id = await create(url, key);
        alone.get(kind)?.push(performance.now() - start);
        if (isTold) await inbox.complete([id]);
      }
    }
    for (let round = 0; round < 3; round++) {
      for (const [kind, { key, inbox, isTold }] of Object.entries(callers)) {
        const start = performance.now();
        const ids: string[] = [];
        await inParallel(LOADED_CALLS, async () => {
          ids.push(await create(url, key));
        });
        perSecond.get(kind)?.push(LOADED_CALLS / ((performance.now() - start) / 1_000));
        if (isTold) await inbox.complete(ids);
      }
    }
    await worker?.stop();
    const base = at(alone.get("no webhook") ?? [], 0.5);
    const baseLoad = at(perSecond.get("no webhook") ?? [], 0.5);
    const rows = Object.keys(callers).map((kind) => {
      const [p50, rate] = [at(alone.get(kind) ?? [], 0.5), at(perSecond.get(kind) ?? [], 0.5)];
      return [
        kind,
        {
          "p50 ms": p50,
          "p99 ms": at(alone.get(kind) ?? [], 0.99),
          "× no webhook": round2(p50 / base),
          "calls/s, 8 at once": Math.round(rate),
          "÷ no webhook": round2(rate / baseLoad),
        },
      ];
    });
    console.log(`POST /candidates, with ${name}`);
    console.table(Object.fromEntries(rows));
  }
  for (const { inbox } of Object.values(callers)) await inbox.stop();
}

/** Begins with another each time, so that none always comes behind the same one. */
function turned<T>(list: T[], times: number): T[] {
  const first = times % list.length;
  return [...list.slice(first), ...list.slice(0, first)];
}

async function create(url: string, key: string): Promise<string> {
  const response = await fetch(`${url}/api/v1/candidates`, {
    method: "POST",
    headers: { Authorization: `Bearer ${key}`, "Content-Type": "application/json" },
    body: JSON.stringify(candidateFields()),
  });
  if (response.status !== 201) throw new Error(`Answered ${response.status}`);
  return (await response.json()).data.id;
}

type Inbox = Awaited<ReturnType<typeof startInbox>>;

/** One receiver at so many addresses, each with a webhook that is told of everything. */
async function startInbox(owner: Person, count: number) {
  const receiver = await startReceiver();
  const arrived = new Map<string, number[]>();
  let changed = Promise.withResolvers<void>();
  receiver.answer = ({ event }) => {
    arrived.set(event.data.id, [...(arrived.get(event.data.id) ?? []), performance.now()]);
    changed.resolve();
    return { status: 200 };
  };
  for (let index = 0; index < count; index++) await makeWebhook(owner, receiver.url(`/${index}`));
  const wanted = Math.max(count, 1);
  return {
    url: receiver.url(),
    times: (id: string) => arrived.get(id) ?? [],
    /** Waits until these events have arrived at each address. */
    async complete(ids: string[]) {
      while (!ids.every((id) => (arrived.get(id)?.length ?? 0) >= wanted)) {
        changed = Promise.withResolvers();
        await changed.promise;
      }
    },
    stop: receiver.stop,
  };
}

async function inParallel(times: number, run: () => Promise<unknown>): Promise<void> {
  let left = times;
  const lane = async () => {
    while (left-- > 0) await run();
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, lane));
}

function at(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return round2(sorted[Math.floor((sorted.length - 1) * share)] ?? 0);
}

function round2(value: number): number {
  return Math.round(value * 100) / 100;
}
