import { parseArgs } from "node:util";
import { build } from "../scripts/build";
import { root } from "../scripts/root";
import { makeAdminKey } from "../scripts/test/admin-key";
import { startTestServer } from "../scripts/test/test-server";
import { throwAwayDatabase } from "../scripts/test/throw-away-database";
import { load, type Measured } from "./measure/load";
import { startPeers } from "./measure/peers";
import { startProgram } from "./measure/program";

const ROUNDS = 3;

type Candidate = { name: string; url: string; key: string };

/**
 * Requests a second of a verified call and of what it is to be compared with, in one run:
 * `npm run bench api [-- --seconds 5]`. Each is measured three times in turn; the median counts.
 */
export async function main(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { seconds: { type: "string", default: "5" } } });
  await build(root, new AbortController().signal);
  const database = await throwAwayDatabase();
  const stops: (() => Promise<unknown>)[] = [];
  try {
    const candidates = await start(database.url, stops);
    const results = new Map<string, Measured[]>(candidates.map(({ name }) => [name, []]));
    for (const { url, key } of candidates) await load(url, key, 2);
    for (let round = 0; round < ROUNDS; round++) {
      for (const { name, url, key } of candidates) {
        results.get(name)?.push(await load(url, key, Number(values.seconds)));
      }
    }
    print(new Map([...results].map(([name, rounds]) => [name, median(rounds)])));
  } finally {
    for (const stop of stops) await stop();
    await database.remove();
  }
}

async function start(url: string, stops: (() => Promise<unknown>)[]): Promise<Candidate[]> {
  const lifted = { RATE_LIMIT_PER_MINUTE: "1000000000", LOG_LEVEL: "warn" };
  const fast = await startTestServer(url, { name: "bench-fast", ...lifted });
  stops.push(fast.stop);
  const key = await makeAdminKey(fast.env);
  const slow = await startTestServer(url, { name: "bench-next", ...lifted, FAST_LANE: "off" });
  stops.push(slow.stop);

  const env: NodeJS.ProcessEnv = {
    ...process.env,
    ...fast.env,
    ...lifted,
    BENCH_KEY: key,
    NODE_ENV: "production",
  };
  const own = async (file: string) => {
    const program = await startProgram(file, env);
    stops.push(program.stop);
    return program.url;
  };
  const peers = await startPeers(env);
  stops.push(peers.stop);
  const path = "/api/v1/api-keys/current";
  return [
    { name: "bare node server", url: await own("bare.ts"), key },
    { name: "unverified", url: `${await own("unverified.ts")}${path}`, key },
    { name: "verified, fast lane", url: `${fast.env.BASE_URL}${path}`, key },
    { name: "verified, through Next.js", url: `${slow.env.BASE_URL}${path}`, key },
    { name: "bare Next.js route", url: `${peers.address}/bare`, key },
    { name: "better-auth in a Next.js route", url: `${peers.address}/better-auth`, key: peers.key },
  ];
}

function median(rounds: Measured[]): Measured {
  return rounds.toSorted((a, b) => a.perSecond - b.perSecond)[Math.floor(rounds.length / 2)] as Measured;
}

function print(results: Map<string, Measured>): void {
  const verified = results.get("verified, fast lane")?.perSecond ?? 0;
  const rows = [...results].map(([name, { perSecond, p50, p99 }]) => [
    name,
    {
      "requests/s": Math.round(perSecond),
      "p50 ms": Number(p50.toFixed(2)),
      "p99 ms": Number(p99.toFixed(2)),
      "fast lane ÷ this": Number((verified / perSecond).toFixed(2)),
    },
  ]);
  console.table(Object.fromEntries(rows));
}
