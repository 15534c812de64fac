import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { cpus } from "node:os";
import pg from "pg";
import { findProgram } from "../../scripts/test/system-package";

/** Whether processes can be kept on cores of their own here. */
export function canPin(): boolean {
  return program() !== undefined && cpus().length > 1;
}

/** Keeps processes, with all their threads and what these start from now on, on one core. */
export function pin(pids: number[], core: number): void {
  // One that has ended meanwhile is no matter.
  for (const pid of pids) spawnSync(program() ?? "", ["-a", "-c", "-p", String(core), String(pid)]);
}

function program(): string | undefined {
  return findProgram(["taskset"]);
}

/** The database server's processes, the first that from which the others come. */
export async function databaseProcesses(url: string): Promise<number[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
  const first = Number(ps("-o", "ppid=", "-p", String(rows[0]?.pid)));
  await client.end();
  return [first, ...ps("-o", "pid=", "--ppid", String(first)).trim().split(/\s+/).map(Number)];
}

/**
 * The seconds that a process has computed so far, with its children that have ended: one that has ended itself is counted
 * with its parent. Linux only.
 */
export function cpuSeconds(pid: number): number {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return 0;
  const stat = readFileSync(file, "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
  return ticks / TICKS_A_SECOND;
}

/** What the kernel counts in, whatever its own clock. */
const TICKS_A_SECOND = 100;

/** The bytes of memory that a process has now. */
export function residentBytes(pid: number): number {
  return Number(ps("-o", "rss=", "-p", String(pid))) * 1_024;
}

function ps(...args: string[]): string {
  return execFileSync("ps", args, { encoding: "utf8" });
}
