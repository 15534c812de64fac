import { spawn } from "node:child_process";
import { join } from "node:path";
import { openEmbedded } from "./database/embedded";
import { findPlace } from "./database/place";
import { prepareEnvironment } from "./environment";
import { root } from "./root";

/** Prisma's command line on the project's database: the embedded one, or the one of DATABASE_URL. */
export async function main(args: string[]): Promise<number> {
  const { embedded } = prepareEnvironment(root, false);
  const needsDatabase = embedded && !NO_DATABASE.has(args[0] ?? "");
  const database = needsDatabase ? await openEmbedded(await findPlace(root)) : null;
  try {
    return await prisma(args, database?.url ?? process.env.DATABASE_URL);
  } finally {
    await database?.release();
  }
}

const NO_DATABASE = new Set([
  "",
  "generate",
  "format",
  "validate",
  "version",
  "--version",
  "-v",
  "--help",
  "-h",
]);

function prisma(args: string[], url: string | undefined): Promise<number> {
  // Ctrl-C reaches the CLI by itself; this process must outlive it to let go of the database.
  process.on("SIGINT", () => undefined);
  const env = { ...process.env, PRISMA_HIDE_UPDATE_MESSAGE: "1", CHECKPOINT_DISABLE: "1" };
  const child = spawn(process.execPath, [join(root, "node_modules/prisma/build/index.js"), ...args], {
    cwd: root,
    stdio: "inherit",
    env: {
      ...env,
      DATABASE_URL: url,
      PRISMA_SCHEMA_ENGINE_BINARY: join(root, "scripts/prisma/schema-engine.mjs"),
    },
  });
  process.on("SIGTERM", () => child.kill());
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code) => resolve(code ?? 1));
  });
}
