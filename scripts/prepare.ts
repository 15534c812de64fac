import { relative } from "node:path";
import pg from "pg";
import { parseProxies } from "@/lib/api/peer";
import { type Env, env } from "@/lib/env";
import { type Embedded, openEmbedded } from "./database/embedded";
import { findPlace } from "./database/place";
import type { Demo, Environment } from "./environment";
import { migrate } from "./migrate";
import { refusal } from "./refusal";
import { isKeyOf } from "./secrets-key-check";
import { UserError } from "./user-error";

/** Runs one named step; `say` puts its result into a few words. */
export type Step = <T>(name: string, work: () => Promise<T>, say?: (result: T) => string) => Promise<T>;

const WAITING_MS = 3_000;
const WAITING = "  Waiting for another instance, which migrates this database";
const OTHER_KEY =
  "SECRETS_KEY is not the one this database was written with: what is written now breaks the audit trail, and webhooks cannot be signed. Stop, and give every instance the same; a new key goes beside the old one, as in 1:…,2:…";

/** Ends a command's use of the database; an embedded server stops with its last user. */
export type Release = () => Promise<void>;

/**
 * Brings the database up for a command: server, migrations, demo data. Sets DATABASE_URL.
 * @returns what the command must call at its end
 */
export async function prepare(root: string, { embedded, demo }: Environment, step: Step): Promise<Release> {
  const database = embedded ? await startEmbedded(root, step) : null;
  const release = async () => database?.release();
  try {
    const { DATABASE_URL, DATABASE_DIRECT_URL } = configured();
    const url = DATABASE_DIRECT_URL ?? DATABASE_URL;
    await underLock(url, async (client) => {
      await step(
        "Migrations",
        () => migrate(root, url, client),
        ({ length }) => (length ? `${length} applied` : ""),
      );
      if (!(await isKeyOf(client))) console.error(OTHER_KEY);
      if (demo) await step("Demo data", () => seedDemo(demo));
    });
    return release;
  } catch (error) {
    await release();
    throw error;
  }
}

async function startEmbedded(root: string, step: Step): Promise<Embedded> {
  const place = await findPlace(root);
  const database = await step(
    "Database",
    () => openEmbedded(place),
    () => `PostgreSQL, data in ${relative(root, place.folder).replace(/^\.\..*/, place.folder)}`,
  );
  process.env.DATABASE_URL = database.url;
  return database;
}

/** The configuration, refused at the start rather than at the first request that needs what is wrong. */
function configured(): Env {
  try {
    parseProxies(process.env.TRUSTED_PROXIES ?? "");
    return env();
  } catch (error) {
    throw new UserError((error as Error).message);
  }
}

/**
 * One starter at a time migrates and seeds a database, however many instances start together. The lock ends with a
 * transaction: one of the session would stay behind in a pooler's connection, and keep out every later start.
 */
async function underLock(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const [holder, client] = [await connect(url), await connect(url)];
  const waiting = setTimeout(() => console.error(WAITING), WAITING_MS);
  try {
    await holder.query("BEGIN");
    // Others may take minutes, whatever the role's statements and transactions may.
    for (const limit of ["statement_timeout", "lock_timeout", "idle_in_transaction_session_timeout"])
      await holder.query(`SET LOCAL ${limit} = 0`);
    await holder.query("SELECT pg_advisory_xact_lock(hashtext('prepzo: migrations and demo data'))");
    clearTimeout(waiting);
    await work(client);
    await holder.query("COMMIT");
  } finally {
    clearTimeout(waiting);
    await Promise.all([holder.end(), client.end()]);
  }
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect().catch((error: Error) => {
    const variable = process.env.DATABASE_DIRECT_URL ? "DATABASE_DIRECT_URL" : "DATABASE_URL";
    throw new UserError(`The database of ${variable} cannot be reached: ${error.message}`);
  });
  return client;
}

async function seedDemo(demo: Demo): Promise<void> {
  // Loaded only now: it reads the environment that has just been completed.
  const { seed } = await import("../prisma/seed");
  await seed(demo).catch((error) => {
    const reason = refusal(error);
    throw reason instanceof UserError
      ? new UserError(`The demo account is refused: ${reason.message}`)
      : reason;
  });
}
