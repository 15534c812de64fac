import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Client } from "pg";
import { installQueue } from "@/lib/webhooks/queue";
import { openEngine } from "./prisma/engine";
import { migrationAdapter, withoutLock } from "./prisma/migration-adapter";
import { UserError } from "./user-error";

type Migration = { name: string; sql: string };

/**
 * Applies the migrations that the database lacks, as `prisma migrate deploy` does, and installs the job queue. Returns
 * the names of the migrations. The caller sees to it that nobody else migrates meanwhile.
 * @param client a connection to the same database, for looking first: opening the engine is the slow part
 */
export async function migrate(root: string, url: string, client: Client): Promise<string[]> {
  const applied = await applyMigrations(root, url, client);
  // It has migrations of its own, and knows by itself which are missing.
  await installQueue(url);
  return applied;
}

async function applyMigrations(root: string, url: string, client: Client): Promise<string[]> {
  const folder = join(root, "prisma/migrations");
  const migrations = await readMigrations(folder);
  if (await areApplied(client, migrations)) return [];
  await requireServer(client);
  const engine = await openEngine(withoutLock(migrationAdapter(url)));
  const lockfile = {
    path: "migration_lock.toml",
    content: await readFile(join(folder, "migration_lock.toml"), "utf8"),
  };
  const { appliedMigrationNames } = await engine.applyMigrations({
    migrationsList: {
      baseDir: folder,
      lockfile,
      shadowDbInitScript: "",
      migrationDirectories: migrations.map(({ name, sql }) => ({
        path: name,
        migrationFile: { path: "migration.sql", content: { tag: "ok", value: sql } },
      })),
    },
    filters: { externalTables: [], externalEnums: [] },
  });
  engine.free();
  return appliedMigrationNames;
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names
      .sort()
      .map(async (name) => ({ name, sql: await readFile(join(folder, name, "migration.sql"), "utf8") })),
  );
}

async function areApplied(client: Client, migrations: Migration[]): Promise<boolean> {
  const { rows: known } = await client.query("SELECT 1 WHERE to_regclass('_prisma_migrations') IS NOT NULL");
  if (known.length === 0) return false;
  const { rows } = await client.query<{ checksum: string }>(
    "SELECT checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL",
  );
  const applied = new Set(rows.map((row) => row.checksum));
  return migrations.every(({ sql }) => applied.has(createHash("sha256").update(sql).digest("hex")));
}

/** Names what a server lacks before a migration fails on it half-way. */
async function requireServer(client: Client): Promise<void> {
  const { rows } = await client.query<{ version: string; number: number; trigrams: boolean }>(
    `SELECT current_setting('server_version') AS version, current_setting('server_version_num')::int AS number,
       EXISTS (SELECT 1 FROM pg_available_extensions WHERE name = 'pg_trgm') AS trigrams`,
  );
  const [server] = rows;
  if (server && server.number < 150_000) {
    throw new UserError(`PostgreSQL 15 or later is needed; DATABASE_URL leads to ${server.version}.`);
  }
  if (!server?.trigrams) {
    throw new UserError(
      "The database server lacks the extension pg_trgm (PostgreSQL's contrib modules bring it).",
    );
  }
  await client.query("CREATE EXTENSION IF NOT EXISTS pg_trgm").catch((error: Error) => {
    throw new UserError(
      `The extension pg_trgm may not be created here (${error.message}). Let an administrator do it.`,
    );
  });
}
