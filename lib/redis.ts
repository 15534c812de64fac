import { Redis } from "ioredis";
import { env } from "./env";
import { log } from "./log";
import { once } from "./once";

/**
 * Milliseconds in which a command on a healthy connection has its answer; who waits is a request. Long enough that a
 * pause of this process is not taken for one of Redis, which has counted then.
 */
export const COMMAND_MS = 1_000;
/** Milliseconds of silence with a command under way after which the connection counts as lost. */
const SILENCE_MS = 3_000;
const CONNECT_MS = 2_000;
const RETRY_MS = 1_000;
const LOG_MS = 60_000;

/**
 * The process's connection to REDIS_URL (Redis or Valkey), which is looked for again for as long as it is away; null
 * without the variable. A command fails at once where there is no connection: nothing waits for one.
 */
export function redis(): Redis | null {
  return once("redis", () => {
    const { REDIS_URL } = env();
    return REDIS_URL ? connected(REDIS_URL) : null;
  });
}

/** Waits for the connection, but no longer than a start may take. */
export async function redisReady(): Promise<void> {
  const client = redis();
  if (client === null || client.status === "ready") return;
  await new Promise<void>((resolve) => {
    client.once("ready", resolve);
    setTimeout(resolve, CONNECT_MS).unref();
  });
}

/** Logs that a command failed, at most once a minute: what fails, fails for each call. */
export function redisFailed(error: Error): void {
  const logged = once("redis-failure", () => ({ at: Number.NEGATIVE_INFINITY }));
  const now = performance.now();
  if (now - logged.at < LOG_MS) return;
  logged.at = now;
  log().warn({ err: error }, "Redis failed: this instance counted a call by itself");
}

function connected(url: string): Redis {
  const client = new Redis(url, {
    connectTimeout: CONNECT_MS,
    commandTimeout: COMMAND_MS,
    socketTimeout: SILENCE_MS,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    retryStrategy: () => RETRY_MS,
    // A primary that became a replica: its name may lead to the new one by now. Redis 6 says so in mid-sentence.
    reconnectOnError: ({ message }) => message.includes("READONLY"),
  });
  let away = false;
  client.on("ready", () => {
    if (away) log().info("the Redis of REDIS_URL is back: limits are counted together again");
    away = false;
  });
  client.on("error", (error) => {
    if (!away)
      log().warn({ err: error }, "the Redis of REDIS_URL is away: this instance counts limits by itself");
    away = true;
  });
  return client;
}
