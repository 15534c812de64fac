import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./root";
import { runCommand } from "./run-command";
import { UserError } from "./user-error";

/** Everything that the production build is made from. */
const SOURCES = [
  "app",
  "components",
  "lib",
  "public",
  "prisma/schema.prisma",
  "next.config.js",
  "package-lock.json",
  "postcss.config.mjs",
  "tailwind.config.ts",
  "tsconfig.json",
];

/** `npm run build`. */
export async function main(): Promise<void> {
  console.log((await build(root)) ? "Built." : "The build is up to date.");
}

/**
 * Makes the production build unless it is the one of these sources.
 * @returns whether there was anything to do
 */
export async function build(root: string, stop?: AbortSignal): Promise<boolean> {
  const stamp = join(root, ".next/made-from");
  const fingerprint = fingerprintOf(root);
  if (readIfThere(stamp) === fingerprint) return false;
  rmSync(stamp, { force: true });
  const env = { ...process.env, NODE_ENV: "production" as const };
  const next = join(root, "node_modules/next/dist/bin/next");
  await runCommand(process.execPath, [next, "build"], { cwd: root, env, signal: stop }).catch(
    (error: Error) => {
      throw new UserError(stop?.aborted ? "Stopped." : `The build failed. ${error.message}`);
    },
  );
  writeFileSync(stamp, fingerprint);
  return true;
}

function fingerprintOf(root: string): string {
  const hash = createHash("sha256");
  for (const file of SOURCES.flatMap((source) => filesIn(join(root, source)))) {
    if (file.includes(".test.")) continue;
    hash.update(file.slice(root.length)).update("\0").update(readFileSync(file));
  }
  return hash.digest("hex");
}

function filesIn(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesIn(join(path, name)));
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}
