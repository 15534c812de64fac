import { build } from "./build";
import { root } from "./root";
import { stopSignal } from "./stop-signal";
import { end, type Outcome } from "./test/outcome";
import { poolerProgram, startPooler } from "./test/pgbouncer";
import { redisProgram } from "./test/redis-server";
import { startTestServer } from "./test/test-server";
import { throwAwayDatabase } from "./test/throw-away-database";
import { tools } from "./test/tools";

/** What relies most on what a pooler may take away: locks, LISTEN, sessions. */
const POOLED = [
  "lib/api-keys",
  "lib/api/idempotency",
  "lib/resources/races",
  "lib/resources/contract",
  "lib/unit-of-work",
  "lib/usage",
  "lib/webhooks/deliver.",
  "lib/chores",
];

/**
 * Tests several instances together with the servers that they share: `npm run test:cluster [-- FILTER…]`. What it needs
 * and does not find it installs, else it says what to install. The last line is the sum.
 * @returns the exit code
 */
export async function main(filters: string[]): Promise<number> {
  const stop = stopSignal();
  redisProgram();
  poolerProgram();
  await build(root, stop);
  const { vitest } = tools(stop);

  console.log("\n── Several instances");
  const outcomes = [await vitest("cluster", filters)];
  if (filters.length === 0 && !stop.aborted) {
    console.log("\n── API tests through pgbouncer in transaction mode");
    outcomes.push(await throughPooler((env) => vitest("api", POOLED, env)));
  }
  return end(outcomes, stop.aborted);
}

async function throughPooler(test: (env: Record<string, string>) => Promise<Outcome>): Promise<Outcome> {
  const database = await throwAwayDatabase();
  const pooler = await startPooler(database.url);
  const direct = { DATABASE_DIRECT_URL: database.url };
  const server = await startTestServer(pooler.url, { name: "server-pooled", ...direct });
  try {
    return await test(server.env);
  } finally {
    await server.stop();
    await pooler.stop();
    await database.remove();
  }
}
