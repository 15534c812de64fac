import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { root } from "../../scripts/root";

export type Program = { url: string; pid: number; stop(): Promise<void> };

/** Starts a program of bench/servers, which prints the port that it listens on. */
export async function startProgram(file: string, env: NodeJS.ProcessEnv = process.env): Promise<Program> {
  const child = spawn(process.execPath, ["--import", "tsx", join(root, "bench/servers", file)], {
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [port] = await once(createInterface(child.stdout), "line");
  return { url: `http://127.0.0.1:${port}`, pid: child.pid ?? 0, stop: () => ended(child) };
}

/** Asks a process to end, and waits until it has. */
export async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  child.kill("SIGTERM");
  await once(child, "exit");
}
