import { readFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { runCommand } from "../run-command";
import { UserError } from "../user-error";
import { createCluster, DATABASE } from "./cluster";
import type { Place } from "./place";
import { findPostmaster } from "./postmaster";

const ATTEMPTS = 5;
const PATIENCE_MS = 60_000;

/**
 * Returns the connection string of the cluster's server, which it starts where none runs. Several may ask at once:
 * PostgreSQL lets one server live in a cluster, and whoever comes second uses it.
 */
export async function runningServer(place: Place): Promise<string> {
  const cluster = join(place.folder, "cluster");
  const deadline = Date.now() + PATIENCE_MS;
  for (let attempt = 1; ; ) {
    const postmaster = await findPostmaster(cluster);
    if (postmaster) {
      const url = await connectionString(place, postmaster.port);
      if (await answers(url)) return url;
      if (Date.now() > deadline)
        throw new UserError(`PostgreSQL (process ${postmaster.pid}) does not answer.`);
      // It is starting, recovering or stopping.
      await pause(100);
      continue;
    }
    await start(place).catch(async (error: Error) => {
      if (++attempt > ATTEMPTS) throw new UserError(`PostgreSQL does not start. ${error.message}`);
      await pause(200);
    });
  }
}

/** Stops the cluster's server; whoever is still connected is cut off. */
export async function stopServer(place: Place): Promise<void> {
  await control(place, ["stop", "--mode=fast"]);
}

async function start(place: Place): Promise<void> {
  await createCluster(place);
  const port = await freePort(await lastPort(place));
  // pg_ctl puts the server into a session of its own, so that Ctrl-C in the terminal does not reach it: it must
  // outlive the requests that are still being answered.
  await control(place, [
    "start",
    `--log=${join(place.folder, "cluster/server.log")}`,
    `--options=-p ${port}`,
  ]);
}

async function control({ programs, folder, account }: Place, args: string[]): Promise<void> {
  const cluster = join(folder, "cluster");
  await runCommand(join(programs, "pg_ctl"), [...args, "--wait", "--timeout=600", `--pgdata=${cluster}`], {
    ...account,
    cwd: cluster,
  });
}

async function connectionString({ folder }: Place, port: number): Promise<string> {
  return `postgresql://${DATABASE}:${await readFile(join(folder, "password"), "utf8")}@127.0.0.1:${port}/${DATABASE}`;
}

async function answers(connectionString: string): Promise<boolean> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 2_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end();
  }
}

/** The port of the server that ran here last, which PostgreSQL leaves in postmaster.opts. */
async function lastPort({ folder }: Place): Promise<number> {
  const options = await readFile(join(folder, "cluster/postmaster.opts"), "utf8").catch(() => "");
  return Number(options.match(/"-p" "(\d+)"/)?.[1] ?? 0);
}

/** The wished port of the loopback address, or any free one where it is taken. */
export function freePort(wish: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on("error", () =>
      wish === 0 ? reject(new Error("no free port")) : freePort(0).then(resolve, reject),
    );
    probe.listen(wish, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}
