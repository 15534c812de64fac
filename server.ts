import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { type AddressInfo, Server as NetServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import next from "next";
import { answerToClientError } from "@/lib/api/client-error";
import { fastLane } from "@/lib/api/fast-lane";
import { normalize } from "@/lib/api/incoming";
import { parseProxies } from "@/lib/api/peer";
import { hearsChanges, listenForChanges } from "@/lib/api-keys/hearing";
import { forgetAllKeys } from "@/lib/api-keys/verify";
import { CHORES } from "@/lib/chore-list";
import { startChores } from "@/lib/chores";
import { db } from "@/lib/db";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { progress } from "@/lib/readiness";
import { redis, redisReady } from "@/lib/redis";
import { catalogue } from "@/lib/resources";
import { flushUsage, waitingCalls } from "@/lib/usage/flush";
import { startWorker } from "@/lib/webhooks/worker";

const DRAIN_MS = 10_000;
/** Longer than a busy client leaves a connection without a request. */
const LINGER_MS = 1_000;
/** By when an instance that can hear of changes has begun to. */
const HEARD_BY_MS = 10_000;
const TIMEOUTS = {
  headersTimeout: 15_000,
  requestTimeout: 60_000,
  // Longer than a load balancer's usual minute: whoever reuses a connection should be the one to close it.
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 5_000,
};

export type Serving = { port: number; close(): Promise<void> };

/**
 * Serves the application: the only listener, in production and in development. Only here is the connection's peer
 * known, so here what requests claim about themselves is replaced by what is true (lib/api/incoming.ts).
 * @param options.port 0 picks a free one
 * @returns the port, and `close`, which answers what is under way, writes what waits in memory and lets go of everything
 */
export async function serve(options: {
  port: number;
  hostname: string | undefined;
  dev: boolean;
}): Promise<Serving> {
  const { dev, hostname } = options;
  const proxies = parseProxies(process.env.TRUSTED_PROXIES ?? "");
  // Without NEXTAUTH_URL, next-auth then builds its addresses from the host that the browser shows.
  if (!process.env.NEXTAUTH_URL) process.env.AUTH_TRUST_HOST = "true";

  // Only the development server's page reloading needs another protocol than HTTP.
  const server = createServer({ ...TIMEOUTS, shouldUpgradeCallback: () => dev });
  const port = await listen(server, options.port, hostname);
  const app = next({ dev, hostname, port, httpServer: server });
  // Calls wait for all of it: what they would begin meanwhile runs out of time while modules are loaded.
  const ready = Promise.all([app.prepare(), redisReady()]).then(() => app.getRequestHandler());
  // In development the API goes through Next.js, which loads changed code anew.
  const lane = dev || env().FAST_LANE === "off" ? null : fastLane(catalogue);
  const { DATABASE_URL: mouth, DATABASE_DIRECT_URL: ear = mouth } = env();
  const ears = listenForChanges({ ear, mouth }, forgetAllKeys);
  const underWay = new Set<ServerResponse>();
  let closing = false;
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (closing) isLast(response);
    underWay.add(response);
    response.once("close", () => underWay.delete(response));
    normalize(request, proxies);
    if (!isServable(request.url)) return void response.writeHead(400).end();
    const answerByNext = await ready;
    if (lane && request.url?.startsWith("/api/v1/")) return lane(request, response);
    await answerByNext(request, response);
  }
  server.on("request", (request, response) => {
    answer(request, response).catch((error) => {
      // Whatever one request brings about, the others are still served.
      log().error({ err: error }, "request not answered");
      response.destroy();
    });
  });
  server.on("clientError", (error, socket) => {
    if (socket.writable) socket.end(answerToClientError(error));
    else socket.destroy();
  });
  // An expectation that nobody knows is no reason to refuse (RFC 9110 section 10.1.1 leaves it to the server).
  server.on("checkExpectation", (request, response) => server.emit("request", request, response));
  await ready;
  const stopChores = startChores(CHORES);
  const stopWorker = env().WORKER === "on" ? await startWorker() : async () => undefined;
  progress().listening = true;
  setTimeout(warnIfDeaf, HEARD_BY_MS).unref();

  return {
    port,
    async close() {
      closing = true;
      underWay.forEach(isLast);
      progress().listening = false;
      const choresDone = stopChores();
      await Promise.all([drain(server), stopWorker()]);
      ears.stop();
      // Before the chores, which may take longer than whoever stops this process waits, and after what they count.
      await flushUsage().catch(() => undefined);
      await choresDone;
      await app.close();
      await flushUsage().catch((error) => log().error({ err: error, calls: waitingCalls() }, "usage lost"));
      redis()?.disconnect();
      await db().$disconnect();
    },
  };
}

/** Tells its caller that the connection ends with it, as far as it has not begun. */
function isLast(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader("Connection", "close");
}

function warnIfDeaf(): void {
  if (hearsChanges()) return;
  log().warn(
    "nothing is heard of changes, so the key of every call is looked up: DATABASE_DIRECT_URL must lead past any pooler, and to the database of DATABASE_URL",
  );
}

/** Whether a target is a path that can be decoded: what is not, such as `*`, would be an error further in. */
function isServable(target = ""): boolean {
  try {
    decodeURI(target.replace(/[?#].*$/, ""));
    return target.startsWith("/");
  } catch {
    return false;
  }
}

function listen(server: Server, port: number, hostname: string | undefined): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, hostname, () => resolve((server.address() as AddressInfo).port));
  });
}

/**
 * Takes no more connections and lets the answers under way finish, for ten seconds. Whoever keeps a connection open is
 * told with the next answer; only one that has had none for a while is closed from here, since a request may be on its
 * way there.
 */
async function drain(server: Server): Promise<void> {
  // The HTTP server's own `close` would cut idle connections at once.
  const closed = new Promise<true>((resolve) => NetServer.prototype.close.call(server, () => resolve(true)));
  if (await Promise.race([closed, pause(LINGER_MS)])) return;
  for (const deadline = Date.now() + DRAIN_MS; Date.now() < deadline; server.closeIdleConnections()) {
    if (await Promise.race([closed, pause(50)])) return;
  }
  server.closeAllConnections();
}
