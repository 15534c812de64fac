import { setTimeout as pause } from "node:timers/promises";
import { fromPrisma, type Job } from "pg-boss";
import { db } from "@/lib/db";
import { log } from "@/lib/log";
import { type Lookout, lookout } from "./lookout";
import { HEARTBEAT_S, queue } from "./queue";

type Options<Data> = {
  name: string;
  /** How many jobs may be under way at once, and how many of one group. Two processes that look in the same instant may have more. */
  slots: number;
  perGroup: number;
  /** Does jobs, and removes each when it is done; one promise for each. */
  run(jobs: Job<Data>[], now: Date): Promise<void>[];
};

const MOST_AT_ONCE = 100;
/**
 * A tier that has a third as many jobs under way as slots are free gets no more, and a look takes a quarter of what is
 * free at most: so one tier never has half of the slots, and however many are slow, each other one finds some free.
 */
const FREE_PER_HELD = 3;
const FREE_PER_TAKEN = 4;
/** For so long those who stop wait for the jobs they have; then these are found by others. */
const STOP_MS = 15_000;

/**
 * Takes jobs of a queue and has them done, each slot for itself, so that nobody waits for the slowest of a batch: what a
 * worker of pg-boss does. Slots are shared out between tiers. What fails is given back and tried again.
 * @returns what wakes it, and stops it when the jobs under way are done
 */
export function consume<Data>({ name, slots, perGroup, run }: Options<Data>): Lookout {
  const active = new Map<string, Job<Data>>();
  const groups = new Map<string, number>();
  const tiers = new Map<string, number>();
  let isTierFull = false;

  const { wake, stop } = lookout(name, async () => {
    // Until nothing comes: what held some back when they were counted may have ended since.
    while (active.size < slots && (await take()) > 0);
  });

  async function take(): Promise<number> {
    const free = slots - active.size;
    const full = [...tiers].filter(([, held]) => held * FREE_PER_HELD >= free).map(([tier]) => [tier, 0]);
    isTierFull = full.length > 0;
    // Passes over all that waits for full groups, one after the other, 3 µs each: pg-boss has no index by group.
    const jobs = await queue().fetch<Data>(name, {
      batchSize: Math.min(Math.ceil(free / FREE_PER_TAKEN), MOST_AT_ONCE),
      groupConcurrency: { default: perGroup, tiers: Object.fromEntries(full) },
      db: fromPrisma(db()),
    });
    if (jobs.length === 0) return 0;
    for (const job of jobs) {
      active.set(job.id, job);
      add(groups, job.groupId, 1);
      add(tiers, job.groupTier, 1);
    }
    for (const [index, done] of run(jobs, new Date()).entries()) settle(jobs[index] as Job<Data>, done);
    return jobs.length;
  }

  async function settle(job: Job<Data>, done: Promise<void>): Promise<void> {
    await done.catch((error) => giveBack(job, error));
    // Only then others may have waited for this one.
    const isAwaited = active.size >= slots || isTierFull || add(groups, job.groupId, 0) >= perGroup;
    active.delete(job.id);
    add(groups, job.groupId, -1);
    add(tiers, job.groupTier, -1);
    if (isAwaited) wake();
  }

  async function giveBack(job: Job<Data>, error: Error): Promise<void> {
    log().warn({ err: error, queue: name, job: job.id }, "job not done");
    // Where the database is away it is given back by its silence.
    await queue()
      .fail(name, [job], { message: error.message }, { db: fromPrisma(db()) })
      .catch(() => undefined);
  }

  async function keep(): Promise<void> {
    if (active.size > 0) await queue().touch(name, [...active.values()], { db: fromPrisma(db()) });
  }

  const heart = setInterval(
    () => keep().catch((error) => log().warn({ err: error, queue: name }, "jobs not kept")),
    (HEARTBEAT_S * 1_000) / 3,
  );

  return {
    wake,
    async stop() {
      await stop();
      for (const end = Date.now() + STOP_MS; active.size > 0 && Date.now() < end; ) await pause(20);
      clearInterval(heart);
    },
  };
}

/** Returns the new count. Those of nobody are counted as well, under the empty name. */
function add(counts: Map<string, number>, name: string | null | undefined, difference: number): number {
  const key = name ?? "";
  const count = (counts.get(key) ?? 0) + difference;
  if (count > 0) counts.set(key, count);
  else counts.delete(key);
  return count;
}
