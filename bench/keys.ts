import { randomUUID } from "node:crypto";
import { parseArgs } from "node:util";
import pg from "pg";
import { mint } from "@/lib/api-keys/token";
import { hashPassword } from "@/lib/auth/password";
import { Browser, freshAddress } from "@/lib/testing/browser";
import { type Kind, printInTurn } from "./measure/in-turn";
import { bytesOfKey, fillWithKeys } from "./measure/many-keys";
import { startProgram } from "./measure/program";
import { type Bench, withServers } from "./measure/with-servers";

const SIZES = [100, 10_000, 1_000_000];
/** Of so many keys the secret is known: no more than the smallest size has, so that all have the same to do. */
const KNOWN = 100;
const BATCH = 100;

/**
 * Whether what is done with keys takes the same however many there are: `npm run bench keys [-- --most 10000]`.
 * Microseconds a call, each size beside the smallest, the median of seven rounds taken in turn; then what a key takes
 * in the database.
 */
export async function main(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { most: { type: "string", default: "1000000" } } });
  const sizes = SIZES.filter((size) => size <= Number(values.most));
  await withServers(async (bench) => {
    const crowds: Crowd[] = [];
    for (const size of sizes) crowds.push(await startCrowd(bench, size));
    for (const crowd of crowds) await warmUp(crowd);
    await printInTurn(kindsOf(crowds));
    await printBytes(crowds);
  });
}

type Crowd = Awaited<ReturnType<typeof startCrowd>>;

/** A database with so many keys, a production server on it, a process that remembers no key, and somebody signed in. */
async function startCrowd(bench: Bench, size: number) {
  const url = await emptyDatabase(bench.url, `keys_${size}`);
  const server = await bench.start({ name: `bench-keys-${size}`, DATABASE_URL: url });
  const minted = Array.from({ length: KNOWN }, () => mint());
  const password = randomUUID();
  const hashes = minted.map(({ key_hash }) => key_hash);
  await fillWithKeys(url, size, { hashes, password_hash: await hashPassword(password) });
  const keys = minted.map(({ key }) => key);
  const cold = await startProgram("cold.ts", {
    ...process.env,
    DATABASE_URL: url,
    BENCH_KEYS: keys.join(","),
  });
  bench.atEnd(cold.stop);
  const browser = new Browser(freshAddress(), server.env.BASE_URL);
  await browser.signIn("person-1@example.test", password);
  return { size, url, keys, turn: 0, cold: cold.url, server: server.env.BASE_URL as string, browser };
}

async function emptyDatabase(beside: string, name: string): Promise<string> {
  const client = new pg.Client({ connectionString: beside });
  await client.connect();
  await client.query(`CREATE DATABASE ${name}`).finally(() => client.end());
  return Object.assign(new URL(beside), { pathname: name }).href;
}

/** By name: calls a round, calls a run, and a run. */
const WORK: Record<string, { calls: number; batch?: number; run(crowd: Crowd): Promise<unknown> }> = {
  "cold verification": {
    calls: 200,
    batch: BATCH,
    run: ({ cold }) => answered(fetch(`${cold}/${BATCH}`)),
  },
  "GET /api/v1/api-keys": {
    calls: 50,
    run: (crowd) =>
      answered(
        fetch(`${crowd.server}/api/v1/api-keys`, {
          headers: { Authorization: `Bearer ${crowd.keys[crowd.turn++ % KNOWN]}` },
        }),
      ),
  },
  "Settings → API Keys": {
    calls: 20,
    run: ({ browser }) => answered(browser.get("/settings/api-keys")),
  },
};

function kindsOf(crowds: Crowd[]): Record<string, Kind> {
  const kinds: Record<string, Kind> = {};
  for (const [name, { run, ...calls }] of Object.entries(WORK)) {
    const nameAt = ({ size }: { size: number }) => `${name}, ${size.toLocaleString("en")} keys`;
    for (const crowd of crowds) {
      const baseline = crowd === crowds[0] ? {} : { baseline: nameAt(crowds[0] as Crowd) };
      kinds[nameAt(crowd)] = { ...calls, ...baseline, run: () => run(crowd) };
    }
  }
  return kinds;
}

/** Lets each server meet every key, and compile what it runs. */
async function warmUp(crowd: Crowd): Promise<void> {
  for (const { batch = 1, run } of Object.values(WORK))
    for (let call = 0; call < KNOWN; call += batch) await run(crowd);
}

async function answered(request: Promise<Response>): Promise<void> {
  const response = await request;
  const text = await response.text();
  if (response.status !== 200) throw new Error(`${response.url} answers ${response.status}: ${text}`);
}

/** Tables whose bytes a key come to nothing at the largest size are empty, and left out. */
async function printBytes(crowds: Crowd[]): Promise<void> {
  const columns = await Promise.all(crowds.map(({ url }) => bytesOfKey(url)));
  const tables = Object.entries(columns.at(-1) ?? {}).filter(([, bytes]) => bytes > 0);
  const row = (name: string) =>
    crowds.map(({ size }, index) => [`${size.toLocaleString("en")} keys`, columns[index]?.[name]]);
  console.log("Bytes a key with a day of use, indexes included");
  console.table(Object.fromEntries(tables.map(([name]) => [name, Object.fromEntries(row(name))])));
}
