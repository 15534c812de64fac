import { execFileSync, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { freePort } from "../../scripts/database/server";
import { root } from "../../scripts/root";
import { ended } from "./program";

const FOLDER = join(root, "bench/peers");

export type Peers = {
  address: string;
  /** A key of better-auth's. */
  key: string;
  stop(): Promise<void>;
};

/** Installs, builds and starts the Next.js application with what the benchmarks compare with; its tables are in DATABASE_URL. */
export async function startPeers(environment: NodeJS.ProcessEnv): Promise<Peers> {
  const secret = { NODE_ENV: "production", NEXTAUTH_SECRET: randomBytes(32).toString("base64") } as const;
  const env = { ...environment, ...secret };
  const here = {
    cwd: FOLDER,
    env,
    stdio: ["ignore", "ignore", "inherit"] as ["ignore", "ignore", "inherit"],
  };
  if (!existsSync(join(FOLDER, "node_modules"))) execFileSync("npm", ["ci"], { ...here, env: environment });
  const next = join(FOLDER, "node_modules/next/dist/bin/next");
  execFileSync(process.execPath, [next, "build"], here);
  const made = execFileSync(process.execPath, ["make-key.js"], { ...here, stdio: "pipe" });
  const port = await freePort(0);
  const child = spawn(process.execPath, [next, "start", "-H", "127.0.0.1", "-p", String(port)], here);
  const address = `http://127.0.0.1:${port}`;
  while (!(await fetch(`${address}/bare`).catch(() => null))?.ok) await pause(100);
  return {
    address,
    key: made.toString().trim().split("\n").at(-1) ?? "",
    stop: () => ended(child),
  };
}
