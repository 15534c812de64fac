import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { isAlive } from "../is-alive.mjs";
import { runCommand } from "../run-command";

/** The server process of a cluster, as its postmaster.pid tells. */
export type Postmaster = { pid: number; port: number };

/**
 * The cluster's living server, whoever started it, or null. A postmaster.pid whose number now belongs to some other
 * program (common where few processes run, as in containers) would keep the server from starting and is removed.
 */
export async function findPostmaster(cluster: string): Promise<Postmaster | null> {
  const file = join(cluster, "postmaster.pid");
  const lines = (await readFile(file, "utf8").catch(() => "")).split("\n");
  const pid = Number(lines[0]);
  if (!pid || !isAlive(pid)) return null;
  if (!(await commandLine(pid)).includes(cluster)) {
    await rm(file, { force: true });
    return null;
  }
  return { pid, port: Number(lines[3]) };
}

async function commandLine(pid: number): Promise<string> {
  if (process.platform === "linux") return readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
  return runCommand("ps", ["-p", String(pid), "-o", "args="]).catch(() => "");
}
