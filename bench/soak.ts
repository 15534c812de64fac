import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { db } from "@/lib/db";
import { startReceiver } from "@/lib/testing/receiver";
import { candidateFields, type Key, makeCandidates, makeKey, makePerson } from "@/lib/testing/seed";
import { makeWebhook } from "@/lib/testing/webhook";
import { EVENTS } from "@/lib/webhooks/events";
import { compareCounts, type Sent } from "./measure/counted";
import { residentBytes } from "./measure/processes";
import { type Answers, type Call, steadyLoad } from "./measure/steady-load";
import { withServers } from "./measure/with-servers";

const CURRENT = "/api/v1/api-keys/current";
/** The calls of one turn: what is answered from memory, from the database, and refused. */
const MIX = { current: 15, list: 3, dead: 1, limited: 1 };
const CANDIDATES = 100;
const LIMIT_PER_MINUTE = 100;
const SEARCH_SECONDS = 10;
const MINUTE_MS = 60_000;
/** How much more memory than after the first minute still counts as flat. */
const LEEWAY = 1.1;
const DELIVERY_PATIENCE_MS = 60_000;

/**
 * Whether a server holds out: `npm run bench soak [-- --minutes 10]`. At half of the rate that it can do, with keys made,
 * rotated and revoked and webhooks told all the while, nothing may be answered that should not be, memory must stay
 * flat, each call be counted once and each event arrive.
 */
export async function main(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { minutes: { type: "string", default: "10" } } });
  await withServers(async ({ start }) => {
    const server = await start({ name: "bench-soak" });
    const url = server.env.BASE_URL as string;
    const most = await steadyLoad(url, callsOf(await makeScene()), SEARCH_SECONDS);
    const rate = Math.round(most.perSecond / 2);
    console.log(`${Math.round(most.perSecond)} requests/s at most; so ${rate} for ${values.minutes} minutes`);

    const scene = await makeScene();
    const inbox = await startReceiver();
    await makeWebhook(scene.owner, inbox.url(), { events: [...EVENTS] });
    const eventsOf = () => db().event.count({ where: { organization_id: scene.owner.organization_id } });
    const before = await eventsOf();
    const calm = new AbortController();
    const [answers, changes, memory] = await Promise.all([
      steadyLoad(url, callsOf(scene), Number(values.minutes) * 60, rate).finally(() => calm.abort()),
      keepChanging(url, scene.admin, calm.signal),
      watchMemory(server.pid, calm.signal),
    ]);
    const events = (await eventsOf()) - before;
    const arrived = await arrivals(inbox.received, events);
    await inbox.stop();
    await server.stop();

    printAnswers(answers, changes);
    judgeMemory(memory);
    const { admin, good, dead, limited } = scene;
    const known = [admin, good, dead, limited].map(({ id }) => id);
    await compareCounts(sentBy(answers, changes), [...known, ...changes.keyIds]);
    expect(arrived === events, `${events} events committed, ${arrived} arrived at the webhook`);
  });
}

type Scene = Awaited<ReturnType<typeof makeScene>>;

/** An organization with the keys that the load uses. */
async function makeScene() {
  const owner = await makePerson();
  await makeCandidates(owner, CANDIDATES);
  return {
    owner,
    admin: await makeKey(owner, ["*"]),
    good: await makeKey(owner, ["candidates:read"]),
    dead: await makeKey(owner, ["read"], { revoked_at: new Date() }),
    limited: await makeKey(owner, ["read"], { rate_limit: LIMIT_PER_MINUTE }),
  };
}

/** One turn of the load. */
function callsOf({ good, dead, limited }: Scene): Call[] {
  const repeat = (times: number, { key }: Key, path = CURRENT) =>
    Array.from({ length: times }, () => ({ path, key }));
  return [
    ...repeat(MIX.current, good),
    ...repeat(MIX.list, good, "/api/v1/candidates?limit=10"),
    ...repeat(MIX.dead, dead),
    ...repeat(MIX.limited, limited),
  ];
}

type Changes = { keyIds: string[]; sent: Sent; unexpected: Map<string, number> };

/** Makes, uses, rotates and revokes keys and makes candidates, one after the other, until told to stop. */
async function keepChanging(url: string, admin: Key, stop: AbortSignal): Promise<Changes> {
  const changes: Changes = { keyIds: [], sent: { ok: 0, after_death: 0 }, unexpected: new Map() };
  const call = async (method: string, path: string, key: string, expected: number, body?: unknown) => {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: { Authorization: `Bearer ${key}`, "Content-Type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const answer = await response.json();
    const outcome = outcomeOf(response.status);
    changes.sent[outcome] = (changes.sent[outcome] ?? 0) + 1;
    if (response.status !== expected) {
      const what = `${method} with ${expected} expected: ${response.status}`;
      changes.unexpected.set(what, (changes.unexpected.get(what) ?? 0) + 1);
    }
    return answer.data;
  };
  while (!stop.aborted) {
    const made = await call("POST", "/api/v1/api-keys", admin.key, 201, { name: "Soak", scopes: ["read"] });
    await call("GET", CURRENT, made.key, 200);
    const next = await call("POST", `/api/v1/api-keys/${made.id}/rotate`, admin.key, 201, {});
    await call("GET", CURRENT, made.key, 401);
    await call("GET", CURRENT, next.key, 200);
    await call("DELETE", `/api/v1/api-keys/${next.id}`, admin.key, 200);
    await call("GET", CURRENT, next.key, 401);
    await call("POST", "/api/v1/candidates", admin.key, 201, candidateFields());
    changes.keyIds.push(made.id, next.id);
  }
  return changes;
}

/** The server's memory in bytes, after each minute. */
async function watchMemory(pid: number, stop: AbortSignal): Promise<number[]> {
  const minutes: number[] = [];
  while (!stop.aborted) {
    await pause(MINUTE_MS, undefined, { signal: stop }).catch(() => undefined);
    minutes.push(residentBytes(pid));
    console.log(`minute ${minutes.length}: ${megabytes(minutes.at(-1))} MB`);
  }
  return minutes;
}

/** How many messages arrived; waits a while for as many as there should be. */
async function arrivals(received: { id: string }[], wanted: number): Promise<number> {
  const arrived = () => new Set(received.map(({ id }) => id)).size;
  for (const deadline = Date.now() + DELIVERY_PATIENCE_MS; arrived() < wanted && Date.now() < deadline; )
    await pause(200);
  return arrived();
}

function sentBy({ statuses }: Answers, changes: Changes): Sent {
  const sent = { ...changes.sent };
  for (const [status, calls] of statuses) sent[outcomeOf(status)] = (sent[outcomeOf(status)] ?? 0) + calls;
  return sent;
}

/** Only keys that are dead are refused with 401 here, and no call is at fault. */
function outcomeOf(status: number): keyof Sent {
  if (status === 401) return "after_death";
  if (status === 429) return "rate_limited";
  return status >= 500 ? "server_error" : status >= 400 ? "client_error" : "ok";
}

function printAnswers({ perSecond, p50, p99, statuses }: Answers, { keyIds, unexpected }: Changes): void {
  console.log(
    `${Math.round(perSecond)} requests/s, p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms; ${keyIds.length} keys made and ended`,
  );
  console.table(
    Object.fromEntries([...statuses].map(([status, answers]) => [status || "none", { answers }])),
  );
  for (const [what, times] of unexpected) console.log(`${what}, ${times} times`);
  const fine =
    [...statuses.keys()].every((status) => [200, 401, 429].includes(status)) && unexpected.size === 0;
  expect(fine, "no answer but what was meant");
}

function judgeMemory(minutes: number[]): void {
  const [first = 0, last = 0] = [minutes[0], minutes.at(-1)];
  expect(
    last <= first * LEEWAY,
    `${megabytes(first)} MB after the first minute, ${megabytes(last)} at the end`,
  );
}

function megabytes(bytes = 0): number {
  return Math.round(bytes / 1_000_000);
}

/** Says whether an aim was met; where not, the run fails. */
function expect(met: boolean, what: string): void {
  console.log(`${met ? "✓" : "✗"} ${what}`);
  if (!met) process.exitCode = 1;
}
