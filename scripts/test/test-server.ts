import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdirSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { freePort } from "../database/server";
import { root } from "../root";

/** What tests find in their environment: BASE_URL, DATABASE_URL and the server's own secrets. */
export type TestServer = {
  env: Record<string, string>;
  pid: number;
  stop(): Promise<void>;
  /** Ends it as a crash does. */
  kill(): Promise<void>;
};

/**
 * Starts the production server as `npm start` does, on a free port of the loopback address and on the database at
 * `url`. It trusts 127.0.0.1 as its proxy, so that a test can come from any address it likes by X-Forwarded-For; a
 * connection from 127.0.0.2 is a stranger's.
 * @param options.name of its log under test-results; every other option is a variable of its environment
 */
export async function startTestServer(
  url: string,
  { name = "server", ...more }: Record<string, string> = {},
): Promise<TestServer> {
  const port = String(await freePort(0));
  const env = {
    BASE_URL: `http://127.0.0.1:${port}`,
    DATABASE_URL: url,
    NEXTAUTH_SECRET: randomBytes(32).toString("base64"),
    SECRETS_KEY: `1:${randomBytes(32).toString("base64")}`,
    TRUSTED_PROXIES: "127.0.0.1",
    // Where a test can receive what a webhook sends; 127.0.0.1, the same by another name, stays refused.
    WEBHOOK_ALLOWED_HOSTS: "localhost",
    // Nobody listens there until a test plays GitHub.
    GITHUB_ID: "test",
    GITHUB_SECRET: randomBytes(16).toString("hex"),
    GITHUB_URL: `http://127.0.0.1:${await freePort(0)}`,
    GITHUB_SECRET_SCANNING_KEYS_URL: `http://127.0.0.1:${await freePort(0)}/public-keys`,
    ...more,
  };
  const file = join(root, `test-results/${name}.log`);
  mkdirSync(join(root, "test-results"), { recursive: true });
  const log = openSync(file, "w");
  const child = spawn(process.execPath, [join(root, "scripts/run.mjs"), "start"], {
    cwd: root,
    env: { ...process.env, ...env, HOST: "127.0.0.1", PORT: port, NODE_ENV: "production" },
    stdio: ["ignore", log, log],
  });
  const ended = once(child, "exit");
  await Promise.race([ready(env.BASE_URL), ended]);
  if (child.exitCode !== null) throw new Error(`The server did not start:\n${readFileSync(file, "utf8")}`);
  return {
    env,
    pid: child.pid ?? 0,
    async stop() {
      child.kill("SIGTERM");
      await ended;
    },
    async kill() {
      child.kill("SIGKILL");
      await ended;
    },
  };
}

async function ready(address: string): Promise<void> {
  while (!(await fetch(`${address}/api/health/ready`).catch(() => null))?.ok) await pause(100);
}
