import { setTimeout as pause } from "node:timers/promises";
import type { Job } from "pg-boss";
import { isDatabaseAway, isDeadlock } from "@/lib/db";
import { once } from "@/lib/once";
import { attempt } from "./attempt";
import { type Claimed, claim, waiting } from "./claim";
import { inBatches } from "./in-batches";
import type { DeliverJob, Due } from "./queue";
import { type Done, record } from "./record";

const recorded = (done: Done) => once("deliveries-recorded", () => inBatches(patiently))(done);

/**
 * Tries the deliveries that jobs name, all at once, and writes down each as soon as it is over. What is not due by now,
 * or not to be sent, is left alone.
 * @returns for each job a promise that is kept when it is done with
 */
export function deliver(jobs: readonly Job<DeliverJob>[], now: Date): Promise<void>[] {
  const found = look(
    jobs.map(({ data }) => data.delivery_id),
    now,
  );
  return jobs.map(async (job) => {
    const { due, later } = await found;
    const { delivery_id, trigger } = job.data;
    const delivery = due.get(delivery_id);
    // Two jobs may name the same one: the first has it.
    due.delete(delivery_id);
    if (delivery === undefined)
      return recorded({ job, attempt: null, again: later.get(delivery_id) ?? null });
    await recorded({ job, attempt: await attempt(delivery, trigger), again: null });
  });
}

/**
 * Tries one delivery that is due, now and without a job: for whoever waits for what comes of it. Nothing where somebody
 * else is at it, who will see to it.
 */
export async function deliverNow(id: string, trigger: DeliverJob["trigger"], now: Date): Promise<void> {
  const [delivery] = await claim([id], now);
  if (delivery) await record([{ job: null, attempt: await attempt(delivery, trigger), again: null }]);
}

const PATIENCE = 30;
const PAUSE_MS = 1_000;

/** Writes down what was sent also where the database was away meanwhile: else it would be sent once more. */
async function patiently(done: Done[], attempt = 1): Promise<void> {
  try {
    await record(done);
  } catch (error) {
    if (attempt === PATIENCE || !(isDatabaseAway(error) || isDeadlock(error))) throw error;
    await pause(PAUSE_MS);
    await patiently(done, attempt + 1);
  }
}

type Found = { due: Map<string, Claimed>; later: Map<string, Due> };

async function look(ids: string[], now: Date): Promise<Found> {
  const due = new Map((await claim(ids, now)).map((each) => [each.id, each]));
  const others = ids.filter((id) => !due.has(id));
  const later = new Map((others.length > 0 ? await waiting(others) : []).map((each) => [each.id, each]));
  return { due, later };
}
