import { setTimeout as pause } from "node:timers/promises";
import { PgBoss } from "pg-boss";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { consume } from "./consume";
import { deliver } from "./deliver";
import { dispatcher } from "./dispatch";
import { lookout } from "./lookout";
import { DELIVER, DELIVERIES, EVENTS, quiet, WAKE_CHANNEL } from "./queue";

/** So many requests to receivers may be under way, and so many to one: slow ones leave room for the others. No organization has half of them. */
const REQUESTS = 400;
const REQUESTS_PER_WEBHOOK = 10;
/** How often jobs of workers that fell silent are given to others. */
const SUPERVISE_S = 5;
/** For so long those who stop wait for the queue's own statements. */
const STOP_MS = 5_000;

/**
 * Dispatches events and delivers them to webhooks, for as long as this process lives; however many processes do so, each
 * job is done by one.
 * @returns what stops it, and waits for the requests under way
 */
export async function startWorker(): Promise<() => Promise<void>> {
  const { DATABASE_URL, DATABASE_DIRECT_URL } = env();
  const boss = new PgBoss({
    ...quiet,
    connectionString: DATABASE_DIRECT_URL ?? DATABASE_URL,
    max: 2,
    migrate: false,
    superviseIntervalSeconds: SUPERVISE_S,
    monitorIntervalSeconds: SUPERVISE_S,
    maintenanceIntervalSeconds: 600,
  });
  boss.on("error", (error) => log().warn({ err: error }, "job queue"));
  await boss.start();

  const deliveries = consume({
    name: DELIVER,
    slots: REQUESTS,
    perGroup: REQUESTS_PER_WEBHOOK,
    run: deliver,
  });
  const dispatches = lookout("webhooks.dispatch", dispatcher(deliveries.wake));
  const wake = (what: string) => (what === EVENTS ? dispatches : deliveries).wake();
  const wakeAll = () => [EVENTS, DELIVERIES].forEach(wake);
  const ear = await boss.getDb().listen?.(WAKE_CHANNEL, wake, wakeAll);

  return async () => {
    await dispatches.stop();
    await deliveries.stop();
    const closed = Promise.all([ear?.close(), boss.stop({ graceful: false })]);
    // A connection that froze would keep it for ever.
    await Promise.race([closed, pause(STOP_MS, undefined, { ref: false })]);
  };
}
