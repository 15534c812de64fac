import { randomUUIDv7 } from "node:crypto";
import { fromPrisma, PgBoss } from "pg-boss";
import { db, sql, type Tx } from "@/lib/db";
import { once } from "@/lib/once";

/** The jobs there are: each is to try a delivery. */
export const DELIVER = "webhooks.deliver";
export type DeliverJob = { delivery_id: string; trigger: "automatic" | "resend" };

/** On which workers hear that there is something to do: events to dispatch, or deliveries to try. */
export const WAKE_CHANNEL = "prepzo_webhooks";
export const EVENTS = "events";
export const DELIVERIES = "deliveries";

/** How often a worker says that it still has a job: silent for longer, the job is another's. */
export const HEARTBEAT_S = 10;

/** What fails is tried again for as long as it takes: the tables know what has been done. */
const OPTIONS = {
  retryLimit: 1_000_000,
  retryDelay: 1,
  retryBackoff: true,
  retryDelayMax: 60,
  heartbeatSeconds: HEARTBEAT_S,
  expireInSeconds: 120,
  retentionSeconds: 30 * 86_400,
  deleteAfterSeconds: 3_600,
};

/**
 * Makes or brings up to date what the queue needs in the database, in a schema of its own (`pgboss`). Part of
 * migrating; two must not do so at once.
 */
export async function installQueue(url: string): Promise<void> {
  const boss = new PgBoss({ ...quiet, connectionString: url, max: 1, supervise: false });
  // Thrown by what is called as well.
  boss.on("error", () => undefined);
  try {
    await boss.start();
    if (await boss.getQueue(DELIVER)) await boss.updateQueue(DELIVER, OPTIONS);
    else await boss.createQueue(DELIVER, OPTIONS);
  } finally {
    await boss.stop({ graceful: false });
  }
}

/** Options of every instance: nothing scheduled, no traces, no registry of instances. */
export const quiet = {
  schedule: false,
  registerInstance: false,
  openTelemetry: { enabled: false },
} as const;

/** The process's way to the queue on the database's own connections. It is never started and does no work. */
export function queue(): PgBoss {
  return once(
    "queue",
    () => new PgBoss({ ...quiet, db: fromPrisma(db()), migrate: false, supervise: false }),
  );
}

export type Due = {
  id: string;
  organization_id: string;
  webhook_id: string;
  at: Date;
};

/** Within a transaction: has deliveries tried at their time. Workers are not woken by this. */
export async function sendDeliveries(
  tx: Tx,
  deliveries: readonly Due[],
  trigger: DeliverJob["trigger"] = "automatic",
): Promise<void> {
  if (deliveries.length === 0) return;
  // By their ids those of one webhook are taken in order.
  const ids = deliveries.map(() => randomUUIDv7()).sort();
  const jobs = deliveries.map(({ id, organization_id, webhook_id, at }, index) => ({
    id: ids[index] as string,
    data: { delivery_id: id, trigger } satisfies DeliverJob,
    // By which it is found; there may be several.
    singletonKey: id,
    // Whose turn it is is shared out between webhooks, and between organizations.
    group: { id: webhook_id, tier: organization_id },
    startAfter: at,
  }));
  await queue().insert(DELIVER, jobs, { db: fromPrisma(tx) });
}

/**
 * The condition for deliveries `d` that no job in the queue is to try now, or within the longest wait of one that is given
 * back: one for much later was made before somebody had them tried at once.
 */
export const HAS_NO_JOB = sql`
  NOT EXISTS (SELECT FROM pgboss.job j
               WHERE j.name = ${DELIVER} AND j.singleton_key = d.id::text AND j.state < 'active'
                 AND j.start_after <= now() + ${OPTIONS.retryDelayMax} * interval '1 s')`;

/** Within a transaction: has workers look for jobs when it commits. Without it they look within a second. */
export async function wakeWorkers(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_notify(${WAKE_CHANNEL}, ${DELIVERIES})`;
}
