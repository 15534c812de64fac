import { randomUUIDv7 } from "node:crypto";
import { fromPrisma, type Job } from "pg-boss";
import { db, type Tx } from "@/lib/db";
import type { Attempt } from "./attempt";
import { disable } from "./disable";
import { noteHealth } from "./health";
import { keptAnswer } from "./kept-answer";
import { DELIVER, type DeliverJob, type Due, queue, sendDeliveries } from "./queue";

/** What became of a job: an attempt, or that there was nothing to do but perhaps to look again. */
export type Done = { job: Job<DeliverJob> | null; attempt: Attempt | null; again: Due | null };

/**
 * Writes down what became of several jobs, in one transaction: attempts, what they mean for their deliveries, and the
 * jobs of the next attempts. What somebody else wrote down meanwhile stands. Then disables the webhooks of receivers
 * that want no more.
 */
export async function record(done: readonly Done[]): Promise<void> {
  const attempts = done.flatMap(({ attempt }) => attempt ?? []);
  const jobs = done.flatMap(({ job }) => job ?? []);
  await db().$transaction(async (tx) => {
    const written = new Set(await write(tx, attempts));
    const mine = attempts.filter(({ delivery }) => written.has(delivery.id));
    await noteHealth(tx, mine);
    const next = mine.flatMap(({ delivery: { id, organization_id, webhook_id }, outcome }) =>
      outcome.status === "pending" ? { id, organization_id, webhook_id, at: outcome.next_attempt_at } : [],
    );
    await sendDeliveries(tx, [...next, ...done.flatMap(({ again }) => again ?? [])]);
    if (jobs.length > 0) await queue().deleteJob(DELIVER, jobs, { db: fromPrisma(tx) });
  });
  for (const { delivery, outcome, ended } of attempts) {
    const { organization_id, webhook_id, url } = delivery;
    if (outcome.error === "gone") await disable({ organization_id, id: webhook_id, url }, "gone", ended);
  }
}

/** Returns the ids of the deliveries whose attempts were written. */
async function write(tx: Tx, attempts: Attempt[]): Promise<string[]> {
  if (attempts.length === 0) return [];
  const rows = attempts.map(({ delivery, number, at, trigger, outcome, exchange }) => ({
    id: delivery.id,
    organization_id: delivery.organization_id,
    number,
    ...outcome,
    delivered_at: outcome.status === "delivered" ? at : null,
    attempt_id: randomUUIDv7(),
    at,
    trigger,
    status_code: exchange?.statusCode ?? null,
    duration_ms: exchange?.durationMs ?? 0,
    request_headers: masked(exchange?.sent ?? {}),
    ...(exchange ? keptAnswer(exchange, exchange.secrets) : { response_headers: {}, response_body: null }),
    is_sent: exchange !== null,
  }));
  const written = await tx.$queryRaw<{ id: string }[]>`
    WITH r AS MATERIALIZED (
      SELECT * FROM json_to_recordset(${JSON.stringify(rows)}::json) AS r(id uuid, organization_id uuid, number int,
             status delivery_status, error text, next_attempt_at timestamptz, delivered_at timestamptz,
             attempt_id uuid, at timestamptz, trigger attempt_trigger, status_code int, duration_ms int,
             request_headers jsonb, response_headers jsonb, response_body text, is_sent boolean)
    ), written AS (
      UPDATE deliveries d SET status = r.status, attempts = CASE WHEN r.is_sent THEN r.number ELSE d.attempts END,
             next_attempt_at = r.next_attempt_at, delivered_at = coalesce(r.delivered_at, d.delivered_at), last_error = r.error,
             last_status_code = CASE WHEN r.is_sent THEN r.status_code ELSE d.last_status_code END,
             last_duration_ms = CASE WHEN r.is_sent THEN r.duration_ms ELSE d.last_duration_ms END
        FROM r
       WHERE d.organization_id = r.organization_id AND d.id = r.id
         AND d.status = 'pending' AND d.attempts = r.number - 1
      RETURNING d.id
    ), attempts AS (
      INSERT INTO delivery_attempts (id, organization_id, delivery_id, number, at, trigger, status_code, error,
             duration_ms, request_headers, response_headers, response_body)
      SELECT attempt_id, organization_id, id, number, at, trigger, status_code, error,
             duration_ms, request_headers, response_headers, response_body
        FROM r WHERE is_sent AND id IN (SELECT id FROM written)
    )
    SELECT id FROM written`;
  return written.map(({ id }) => id);
}

/** A signature with the body beside it would be a proof for anybody who may look here. */
function masked({ "webhook-signature": signature = "", ...headers }: Record<string, string>) {
  return { ...headers, "webhook-signature": signature.replace(/v1,\S+/g, "v1,…") };
}
