import { parseArgs } from "node:util";
import { listing, playKeyList, signed, signingKey } from "@/lib/testing/secret-scanning";
import { build } from "./build";
import { drive, type Tally } from "./conformance/drive";
import { root } from "./root";
import { stopSignal } from "./stop-signal";
import { makeAdminKey } from "./test/admin-key";
import type { Outcome } from "./test/outcome";
import { startTestServer } from "./test/test-server";
import { throwAwayDatabase } from "./test/throw-away-database";

const SEED = 3_141_592;
const RUNS = 25;

/**
 * Drives a server of its own from the OpenAPI document alone: `npm run conformance -- --runs 500 --seed 7`.
 * @returns the exit code: 1 where the server does anything that the document does not say
 */
export async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { runs: { type: "string" }, seed: { type: "string" } } });
  await build(root, stopSignal());
  const database = await throwAwayDatabase();
  const runs = Number(values.runs ?? RUNS);
  const { failures } = await conformance(database.url, runs, Number(values.seed ?? SEED)).finally(() =>
    database.remove(),
  );
  return failures.length > 0 ? 1 : 0;
}

/**
 * The same on a database that is there; the sources must be built. Prints each operation with its cases and failures.
 * @param runs valid inputs for each operation
 */
export async function conformance(databaseUrl: string, runs = RUNS, seed = SEED): Promise<Outcome> {
  const github = signingKey("conformance");
  const list = await playKeyList(0, listing(github.listed));
  const server = await startTestServer(databaseUrl, {
    name: "conformance",
    GITHUB_SECRET_SCANNING_KEYS_URL: list.url,
    RATE_LIMIT_PER_MINUTE: "1000000000",
    WEBHOOK_ALLOWED_HOSTS: "127.0.0.1:9",
    LOG_LEVEL: "warn",
  });
  try {
    const key = await makeAdminKey(server.env);
    const sign = (body: string | Uint8Array) => signed(github, body);
    return summed(await drive({ base: `${server.env.BASE_URL}/api/v1`, key, sign, runs, seed }), seed);
  } finally {
    await server.stop();
    await list.close();
  }
}

function summed(tallies: Tally[], seed: number): Outcome {
  for (const { operation, cases, accepted, failures } of tallies) {
    console.log(`${failures.length === 0 ? "✓" : "✗"} ${operation}: ${cases} cases, ${accepted} accepted`);
    for (const failure of failures.slice(0, SHOWN)) console.log(`    ${failure}`);
    if (failures.length > SHOWN) console.log(`    … and ${failures.length - SHOWN} more`);
  }
  const sum = (of: (tally: Tally) => number) => tallies.reduce((total, tally) => total + of(tally), 0);
  const failed = sum(({ failures }) => failures.length);
  console.log(
    `${tallies.length} operations × ${sum(({ cases }) => cases)} cases: ${failed} failures (seed ${seed})`,
  );
  const broken = tallies.filter(({ failures }) => failures.length > 0);
  return {
    passed: tallies.length - broken.length,
    failures: broken.map(({ operation, failures }) => ({
      at: "conformance",
      name: operation,
      message: failures.join("\n"),
    })),
    flaky: [],
  };
}

const SHOWN = 12;
