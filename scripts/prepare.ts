import pg from "pg";
import { type Embedded, openEmbedded } from "./database/embedded";
import { findPlace } from "./database/place";
import { type Demo, prepareEnvironment } from "./environment";
import { migrate } from "./migrate";
import { UserError } from "./user-error";

/** Runs one named step and tells how long it took. */
export type Step = <T>(name: string, work: () => Promise<T>) => Promise<T>;

export type Prepared = { demo: Demo | null; release(): Promise<void> };

/**
 * Brings the database up for a command: environment, server, migrations, demo data. Sets DATABASE_URL.
 * Whoever prepares must call `release` at its end; an embedded server stops with its last user.
 */
export async function prepare(
  root: string,
  { production, step }: { production: boolean; step: Step },
): Promise<Prepared> {
  const { embedded, demo } = prepareEnvironment(root, production);
  const database = embedded ? await step("Database", () => startEmbedded(root)) : null;
  const release = async () => database?.release();
  try {
    const url = process.env.DATABASE_URL as string;
    await underLock(url, async (client) => {
      await step("Migrations", () => migrate(root, url, client));
      if (demo) await step("Demo data", () => seedDemo(demo));
    });
    return { demo, release };
  } catch (error) {
    await release();
    throw error;
  }
}

async function startEmbedded(root: string): Promise<Embedded> {
  const database = await openEmbedded(await findPlace(root));
  process.env.DATABASE_URL = database.url;
  return database;
}

/** One starter at a time migrates and seeds a database, however many instances start together. */
async function underLock(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect().catch((error: Error) => {
    throw new UserError(`The database cannot be reached: ${error.message}`);
  });
  try {
    await client.query("SELECT pg_advisory_lock(hashtext('prepzo: migrations and demo data'))");
    await work(client);
  } finally {
    await client.end();
  }
}

async function seedDemo(demo: Demo): Promise<void> {
  // Loaded only now: it reads the environment that has just been completed.
  const { seed } = await import("../prisma/seed");
  await seed(demo);
}
