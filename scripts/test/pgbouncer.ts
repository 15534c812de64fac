import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { freePort } from "../database/server";
import { unprivilegedAccount } from "../database/unprivileged-account";
import { UserError } from "../user-error";
import { started } from "./started";
import { findProgram, installPackage } from "./system-package";

export type Pooler = { url: string; stop(): Promise<void> };

const FOLDERS = ["/usr/sbin", "/usr/local/sbin"];

/** The path of pgbouncer, which is installed where it is missing. Throws with the remedy. */
export function poolerProgram(): string {
  const found = findProgram(["pgbouncer"], FOLDERS);
  if (found) return found;
  installPackage("pgbouncer");
  const installed = findProgram(["pgbouncer"], FOLDERS);
  if (installed) return installed;
  throw new UserError(
    "The cluster tests need pgbouncer, and it could not be installed. " +
      "Install it (Debian: apt-get install pgbouncer), so that pgbouncer is on the PATH.",
  );
}

/** A pgbouncer in transaction mode before a database, with fewer connections to it than its callers have to the pooler. */
export async function startPooler(databaseUrl: string): Promise<Pooler> {
  const program = poolerProgram();
  const target = new URL(databaseUrl);
  const port = await freePort(0);
  // It refuses to run as root.
  const account = process.getuid?.() === 0 ? await unprivilegedAccount() : {};
  const folder = await mkdtemp(join(tmpdir(), "prepzo-pooler-"));
  await chmod(folder, 0o755);
  const file = join(folder, "pgbouncer.ini");
  const { hostname, port: targetPort, username, password } = target;
  const server = `host=${hostname} port=${targetPort} user=${username} password=${decodeURIComponent(password)}`;
  const settings = [
    "[databases]",
    `* = ${server}`,
    "[pgbouncer]",
    "listen_addr = 127.0.0.1",
    `listen_port = ${port}`,
    "unix_socket_dir =",
    "auth_type = any",
    "pool_mode = transaction",
    "default_pool_size = 6",
    "max_client_conn = 500",
    ...forgetful(program),
  ];
  await writeFile(file, settings.join("\n"), { mode: 0o644 });
  const child = spawn(program, [file], { stdio: ["ignore", "pipe", "pipe"], ...account });
  const ended = once(child, "exit");
  const url = Object.assign(new URL(databaseUrl), { hostname: "127.0.0.1", port: String(port) }).href;
  await started(child, () => answers(url));
  return {
    url,
    async stop() {
      child.kill("SIGINT");
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  const ready = await client.connect().then(
    () => true,
    () => false,
  );
  await client.end().catch(() => undefined);
  return ready;
}

/** What keeps it from following prepared statements, which it can from 1.21 on: an older one must do, too. */
function forgetful(program: string): string[] {
  const { stdout } = spawnSync(program, ["--version"], { encoding: "utf8" });
  const [major = 0, minor = 0] = stdout.match(/\d+/g)?.map(Number) ?? [];
  return major > 1 || minor >= 21 ? ["max_prepared_statements = 0"] : [];
}
