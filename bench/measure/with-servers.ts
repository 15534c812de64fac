import { randomBytes } from "node:crypto";
import { db } from "@/lib/db";
import { build } from "../../scripts/build";
import { root } from "../../scripts/root";
import { startTestServer, type TestServer } from "../../scripts/test/test-server";
import { throwAwayDatabase } from "../../scripts/test/throw-away-database";

export type Bench = {
  url: string;
  /** Starts a production server on this database, which it migrates; without limits. Options as of startTestServer. */
  start(options: Record<string, string>): Promise<TestServer>;
  /** To be done at the end, whatever happens; what came last is done first. */
  atEnd(stop: () => Promise<unknown>): void;
};

/**
 * Runs a benchmark on an empty database, with the production servers that it starts, and leaves nothing of them. This
 * process has their environment, so that its own services and theirs understand each other.
 */
export async function withServers(run: (bench: Bench) => Promise<void>): Promise<void> {
  await build(root, new AbortController().signal);
  const database = await throwAwayDatabase();
  const stops: (() => Promise<unknown>)[] = [];
  try {
    const shared = {
      NEXTAUTH_SECRET: randomBytes(32).toString("base64"),
      SECRETS_KEY: `1:${randomBytes(32).toString("base64")}`,
      RATE_LIMIT_PER_MINUTE: "1000000000",
      LOG_LEVEL: "warn",
    };
    Object.assign(process.env, { DATABASE_URL: database.url, WEBHOOK_ALLOWED_HOSTS: "localhost", ...shared });
    await run({
      url: database.url,
      async start(options) {
        const server = await startTestServer(database.url, { ...shared, ...options });
        stops.push(server.stop);
        return server;
      },
      atEnd: (stop) => stops.push(stop),
    });
  } finally {
    for (const stop of stops.toReversed()) await stop();
    await db().$disconnect();
    await database.remove();
  }
}
