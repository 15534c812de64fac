import { randomBytes } from "node:crypto";
import { chown, mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { isAlive } from "../is-alive.mjs";
import { runCommand } from "../run-command";
import { exists, type Place } from "./place";

export const DATABASE = "prepzo";

/**
 * Makes the cluster where there is none: complete in a temporary folder, then renamed, so that an interrupted first
 * start leaves nothing half-made and of two starters at once one cluster stays.
 * @param lasting false for a throw-away cluster, which skips waiting for the disk
 */
export async function createCluster(place: Place, lasting = true): Promise<void> {
  if (await exists(place.folder)) return;
  await sweep(place.folder);
  const half = `${place.folder}.${process.pid}.${randomBytes(4).toString("hex")}`;
  try {
    await mkdir(join(half, "cluster"), { recursive: true, mode: 0o711 });
    const password = randomBytes(24).toString("base64url");
    await writeFile(join(half, "password"), password, { mode: 0o600 });
    await fill(place, join(half, "cluster"), password, lasting);
    await rename(half, place.folder);
  } catch (error) {
    await rm(half, { recursive: true, force: true });
    if (!(await exists(place.folder))) throw error;
  }
}

/** Removes what starters that were killed on the way have left. */
async function sweep(folder: string): Promise<void> {
  const siblings = await readdir(dirname(folder)).catch(() => []);
  const dead = siblings.filter((name) => {
    const [base, pid] = [name.slice(0, basename(folder).length + 1), name.split(".").at(-2)];
    return base === `${basename(folder)}.` && !isAlive(Number(pid));
  });
  await Promise.all(dead.map((name) => rm(join(dirname(folder), name), { recursive: true, force: true })));
}

async function fill(
  { programs, account }: Place,
  cluster: string,
  password: string,
  lasting: boolean,
): Promise<void> {
  if (account) await chown(cluster, account.uid, account.gid);
  const settings = { ...SETTINGS, ...(lasting ? {} : { fsync: "off", synchronous_commit: "off" }) };
  const options = { ...account, cwd: cluster };
  await runCommand(
    join(programs, "initdb"),
    [
      `--pgdata=${cluster}`,
      "--username=postgres",
      "--auth=trust",
      // Built in, so that sorting and case mean the same on every machine.
      "--encoding=UTF8",
      "--locale=C",
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
      ...(lasting ? [] : ["--no-sync"]),
      ...Object.entries(settings).map(([name, value]) => `--set=${name}=${value}`),
    ],
    options,
  );
  // Single-user mode asks for no password: the superuser never gets one, so nobody signs in as it over the network.
  const input = [
    `CREATE ROLE ${DATABASE} LOGIN CREATEDB PASSWORD '${password}'`,
    `CREATE DATABASE ${DATABASE} OWNER ${DATABASE}`,
  ].join("\n");
  const single = ["--single", "-D", cluster, "-c", "exit_on_error=on", "postgres"];
  await runCommand(join(programs, "postgres"), single, { ...options, input });
  await writeFile(join(cluster, "pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
}

const SETTINGS = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  timezone: "UTC",
  log_timezone: "UTC",
  // Made for solid-state disks: the default is a spinning one's, and prefers whole tables to indexes.
  random_page_cost: "1.1",
  // The log keeps what went wrong, not the rows that it went wrong with.
  log_error_verbosity: "terse",
  log_min_error_statement: "panic",
};
