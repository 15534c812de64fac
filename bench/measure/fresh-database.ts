import { prepareEnvironment } from "../../scripts/environment";
import { root } from "../../scripts/root";
import { migrateFresh } from "../../scripts/test/migrate-fresh";
import { throwAwayDatabase } from "../../scripts/test/throw-away-database";

/**
 * Runs a benchmark of this process's own code on an empty database, and leaves nothing of it. What reads the environment
 * must be loaded by the benchmark itself, since only then it is complete.
 */
export async function onFreshDatabase(run: (url: string) => Promise<void>): Promise<void> {
  const database = await throwAwayDatabase();
  try {
    Object.assign(process.env, {
      DATABASE_URL: database.url,
      RATE_LIMIT_PER_MINUTE: "1000000000",
      LOG_LEVEL: "warn",
    });
    prepareEnvironment(root, false);
    await migrateFresh(database.url);
    await run(database.url);
    await (await import("@/lib/usage/flush")).flushUsage();
    await (await import("@/lib/db")).db().$disconnect();
  } finally {
    await database.remove();
  }
}
