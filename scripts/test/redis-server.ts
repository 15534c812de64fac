import { spawn } from "node:child_process";
import { once } from "node:events";
import { freePort } from "../database/server";
import { UserError } from "../user-error";
import { started } from "./started";
import { findProgram, installPackage } from "./system-package";

export type RedisServer = {
  url: string;
  /** Starts it again, empty, on the same port. */
  start(): Promise<void>;
  /** Ends it at once, as a crash does. */
  kill(): Promise<void>;
  /** Lets it answer nobody without closing anything, until it is thawed. */
  freeze(): void;
  thaw(): void;
};

/** Most have gone over to Valkey. */
const EITHER = ["valkey", "redis"];
const OTHER_PACKAGES = { dnf: EITHER, apk: EITHER, pacman: EITHER };
const PROGRAMS = ["redis-server", "valkey-server"];

/** The path of a Redis or Valkey server, which is installed where there is none. Throws with the remedy. */
export function redisProgram(): string {
  const found = findProgram(PROGRAMS);
  if (found) return found;
  installPackage("redis-server", OTHER_PACKAGES);
  const installed = findProgram(PROGRAMS);
  if (installed) return installed;
  throw new UserError(
    "The cluster tests need Redis or Valkey, and none could be installed. " +
      "Install one (Debian: apt-get install redis-server), so that redis-server or valkey-server is on the PATH.",
  );
}

/** A Redis of one's own on a free port of the loopback address, which writes nothing to disk. */
export async function startRedis(): Promise<RedisServer> {
  const port = String(await freePort(0));
  let server: ReturnType<typeof launch>;
  const self = {
    url: `redis://127.0.0.1:${port}`,
    async start() {
      server = launch(port);
      await started(server, (output) => /ready to accept connections/i.test(output));
    },
    async kill() {
      const ended = once(server, "exit");
      server.kill("SIGKILL");
      await ended;
    },
    freeze: () => void server.kill("SIGSTOP"),
    thaw: () => void server.kill("SIGCONT"),
  };
  await self.start();
  return self;
}

function launch(port: string) {
  const settings = ["--port", port, "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"];
  return spawn(redisProgram(), settings, { stdio: ["ignore", "pipe", "pipe"] });
}
