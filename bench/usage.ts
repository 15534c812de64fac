import { randomUUID } from "node:crypto";
import { parseArgs } from "node:util";
import { prepareEnvironment } from "../scripts/environment";
import { root } from "../scripts/root";
import { migrateFresh } from "../scripts/test/migrate-fresh";
import { throwAwayDatabase } from "../scripts/test/throw-away-database";
import { compareCounts, type Sent } from "./measure/counted";
import { load } from "./measure/load";
import { type Program, startProgram } from "./measure/program";

/** Of the same program one process is up to a tenth faster than another, as its code happened to be compiled. */
const PROCESSES = 4;
const ROUNDS = 3;
const CONCURRENT = 32;
const PATH = "/api/v1/api-keys/current";

const KINDS = [
  ["with usage", "metered.ts"],
  ["without", "unmetered.ts"],
] as const;

/**
 * What counting calls costs, and whether every call is counted: `npm run bench usage [-- --seconds 2]`. Requests a
 * second with and without it, by several processes each and in turn, the median of their rounds; then calls of every
 * outcome, as sent and as counted.
 */
export async function main(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { seconds: { type: "string", default: "2" } } });
  const database = await throwAwayDatabase();
  const servers: Program[] = [];
  try {
    Object.assign(process.env, {
      DATABASE_URL: database.url,
      RATE_LIMIT_PER_MINUTE: "1000000000",
      LOG_LEVEL: "warn",
    });
    prepareEnvironment(root, false);
    await migrateFresh(database.url);
    const keys = await makeKeys();
    await compare(servers, keys.busy.key, Number(values.seconds));
    const server = await startProgram("metered.ts");
    servers.push(server);
    const sent = await sendAll(server.url, keys);
    await server.stop();
    await compareCounts(sent, [keys.good.id, keys.limited.id, keys.dead.id]);
  } finally {
    for (const { stop } of servers) await stop();
    await (await import("@/lib/db")).db().$disconnect();
    await database.remove();
  }
}

type Keys = Awaited<ReturnType<typeof makeKeys>>;

async function makeKeys() {
  // Loaded only now: they read the environment that has just been completed.
  const { makeKey, makePerson } = await import("@/lib/testing/seed");
  const owner = await makePerson();
  return {
    busy: await makeKey(owner, ["*"]),
    good: await makeKey(owner, ["*"]),
    limited: await makeKey(owner, ["*"], { rate_limit: 100 }),
    dead: await makeKey(owner, ["*"], { revoked_at: new Date() }),
  };
}

async function compare(servers: Program[], key: string, seconds: number): Promise<void> {
  const results = new Map<string, number[]>(KINDS.map(([name]) => [name, []]));
  for (let process = 0; process < PROCESSES; process++) {
    const pair = await Promise.all(
      KINDS.map(async ([name, file]) => ({ name, server: await startProgram(file) })),
    );
    servers.push(...pair.map(({ server }) => server));
    for (const { server } of pair) await load(server.url + PATH, key, 2);
    for (let round = 0; round < ROUNDS; round++) {
      for (const { name, server } of pair) {
        results.get(name)?.push((await load(server.url + PATH, key, seconds)).perSecond);
      }
    }
    for (const { server } of pair) await server.stop();
  }
  const median = (name: string) => {
    const sorted = (results.get(name) ?? []).toSorted((a, b) => a - b);
    return ((sorted[sorted.length / 2 - 1] ?? 0) + (sorted[sorted.length / 2] ?? 0)) / 2;
  };
  const rows = [...results.keys()].map((name) => [
    name,
    {
      "requests/s": Math.round(median(name)),
      "÷ without": Number((median(name) / median("without")).toFixed(3)),
    },
  ]);
  console.table(Object.fromEntries(rows));
}

/** Sends calls of every outcome and returns how many came back with each status, those with a dead key apart. */
async function sendAll(url: string, { good, limited, dead }: Keys): Promise<Sent> {
  const sent: Sent = {};
  const send = async (key: string, path: string, body?: unknown) => {
    const response = await fetch(`${url}/api/v1${path}`, {
      method: body === undefined ? "GET" : "POST",
      headers: { Authorization: `Bearer ${key}`, "Content-Type": "application/json" },
      body: body === undefined ? null : JSON.stringify(body),
    });
    await response.arrayBuffer();
    const outcome = key === dead.key ? "after_death" : outcomeOf(response.status);
    sent[outcome] = (sent[outcome] ?? 0) + 1;
  };
  const many = async (count: number, one: (n: number) => Promise<void>, concurrent = CONCURRENT) => {
    let next = 0;
    const worker = async () => {
      while (next < count) await one(next++);
    };
    await Promise.all(Array.from({ length: concurrent }, worker));
  };
  const paths = [
    "/api-keys/current",
    "/jobs?limit=1",
    `/candidates/${randomUUID()}`,
    "/nothing",
    "/jobs?limit=0",
  ];
  await many(20_000, (n) => send(good.key, paths[n % paths.length] ?? ""));
  await many(2_000, () => send(limited.key, "/api-keys/current"));
  await many(2_000, () => send(dead.key, "/api-keys/current"));
  // More large requests at once than there is room for: some are refused with 503.
  const operations = Array.from({ length: 200 }, () => ({
    op: "delete",
    resource: "jobs",
    id: randomUUID(),
  }));
  await many(100, () => send(good.key, "/bulk", { operations }), 50);
  return sent;
}

function outcomeOf(status: number): keyof Sent {
  if (status === 429) return "rate_limited";
  return status >= 500 ? "server_error" : status >= 400 ? "client_error" : "ok";
}
