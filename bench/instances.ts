import { parseArgs } from "node:util";
import { makeCandidates, makeKey, makePerson } from "@/lib/testing/seed";
import { median } from "./measure/in-turn";
import { load } from "./measure/load";
import { canPin, cpuSeconds, databaseProcesses, pin } from "./measure/processes";
import { startProgram } from "./measure/program";
import { type Bench, withServers } from "./measure/with-servers";

const ROUNDS = 3;
const CANDIDATES = 200;
/** What one call needs: memory alone, or the database. */
const PATHS = ["/api/v1/api-keys/current", "/api/v1/candidates?limit=50"];

/**
 * Requests a second of one and of two instances behind a plain TCP balancer, and what each party computes meanwhile, which
 * says where the next limit is: `npm run bench instances [-- --seconds 4]`. The median of three rounds taken in turn.
 */
export async function main(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { seconds: { type: "string", default: "4" } } });
  await withServers(async (bench) => {
    const parties = await startParties(bench);
    const layouts = layoutsOf(parties);
    for (const path of PATHS) {
      const rounds = new Map<string, Round[]>(Object.keys(layouts).map((name) => [name, []]));
      for (const { url } of Object.values(layouts)) await load(url + path, parties.key, 2);
      for (let round = 0; round < ROUNDS; round++) {
        for (const [name, layout] of Object.entries(layouts))
          rounds.get(name)?.push(await measure(parties, layout, path, Number(values.seconds)));
      }
      print(path, rounds);
    }
  });
}

type Parties = Awaited<ReturnType<typeof startParties>>;
type Layout = { url: string; cores: [first: number, second: number] };
type Round = { perSecond: number; p99: number; busy: Record<string, number> };

async function startParties({ url, start, atEnd }: Bench) {
  const first = await start({ name: "bench-first" });
  const second = await start({ name: "bench-second" });
  const owner = await makePerson();
  const { key } = await makeKey(owner, ["*"]);
  await makeCandidates(owner, CANDIDATES);
  const balance = async (servers: (typeof first)[]) => {
    const ports = servers.map(({ env }) => new URL(env.BASE_URL as string).port);
    const balancer = await startProgram("balancer.ts", { ...process.env, BENCH_TARGETS: ports.join(",") });
    atEnd(balancer.stop);
    return balancer;
  };
  const balancers = { one: await balance([first]), two: await balance([first, second]) };
  return { key, first, second, balancers, databaseUrl: url };
}

/** One core for the first instance; the other for all else, and for the second instance where it has one of its own. */
function layoutsOf({ first, balancers }: Parties): Record<string, Layout> {
  return {
    "one, without balancer": { url: first.env.BASE_URL as string, cores: [0, 0] },
    "one, balanced": { url: balancers.one.url, cores: [0, 0] },
    "two on one core": { url: balancers.two.url, cores: [0, 0] },
    "two, the second beside the database": { url: balancers.two.url, cores: [0, 1] },
  };
}

async function measure(
  parties: Parties,
  { url, cores }: Layout,
  path: string,
  seconds: number,
): Promise<Round> {
  const { key, first, second, balancers, databaseUrl } = parties;
  const database = await databaseProcesses(databaseUrl);
  const groups: Record<string, number[]> = {
    instances: [first.pid, second.pid],
    database,
    balancer: [balancers.one.pid, balancers.two.pid],
    load: [process.pid],
  };
  if (canPin()) {
    pin([first.pid], cores[0]);
    pin([second.pid], cores[1]);
    pin([...database, ...(groups.balancer ?? []), process.pid], 1);
  }
  const before = spent(groups);
  const begun = performance.now();
  const { perSecond, p99 } = await load(url + path, key, seconds);
  const took = (performance.now() - begun) / 1_000;
  const after = spent(groups);
  const busy = Object.keys(groups).map((name) => [name, ((after[name] ?? 0) - (before[name] ?? 0)) / took]);
  return { perSecond, p99, busy: Object.fromEntries(busy) };
}

function spent(groups: Record<string, number[]>): Record<string, number> {
  const sums = Object.entries(groups).map(([name, pids]) => [
    name,
    pids.reduce((sum, pid) => sum + cpuSeconds(pid), 0),
  ]);
  return Object.fromEntries(sums);
}

function print(path: string, results: Map<string, Round[]>): void {
  const of = (rounds: Round[], what: (round: Round) => number) => median(rounds.map(what));
  const [baseline = 0] = [...results.values()].map((rounds) => of(rounds, ({ perSecond }) => perSecond));
  const rows = [...results].map(([name, rounds]) => {
    const perSecond = of(rounds, (round) => round.perSecond);
    const busy = Object.keys(rounds[0]?.busy ?? {}).map((party) => [
      `${party}, % of a core`,
      Math.round(100 * of(rounds, (round) => round.busy[party] ?? 0)),
    ]);
    return [
      name,
      {
        "requests/s": Math.round(perSecond),
        "÷ one": Number((perSecond / baseline).toFixed(2)),
        "p99 ms": Number(of(rounds, ({ p99 }) => p99).toFixed(1)),
        ...Object.fromEntries(busy),
      },
    ];
  });
  console.log(
    `GET ${path}; ${canPin() ? PINNED : "nobody is kept on a core: there is no taskset, or one core"}`,
  );
  console.table(Object.fromEntries(rows));
}

const PINNED =
  "the instances on core 0 but where told; the database, the balancer and the load on core 1, the second of the machine";
