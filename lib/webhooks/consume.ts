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
/** For so long those who stop wait for the jobs they have; then these are found by others. */
const STOP_MS = 15_000;

/**
 * Takes jobs of a queue and has them done, each slot for itself, so that nobody waits for the slowest of a batch: what a
 * worker of pg-boss does. What fails is given back and tried again.
 * @returns what wakes it, and stops it when the jobs under way are done
 */
export function consume<Data>({ name, slots, perGroup, run }: Options<Data>): Lookout {
  const active = new Map<string, Job<Data>>();
  const groups = new Map<string, number>();

  const { wake, stop } = lookout(name, async () => {
    // Until nothing comes: what held some back when they were counted may have ended since.
    while (active.size < slots && (await take()) > 0);
  });

  async function take(): Promise<number> {
    const jobs = await queue().fetch<Data>(name, {
      batchSize: Math.min(slots - active.size, MOST_AT_ONCE),
      groupConcurrency: perGroup,
      db: fromPrisma(db()),
    });
    if (jobs.length === 0) return 0;
    for (const job of jobs) {
      active.set(job.id, job);
      groups.set(groupOf(job), (groups.get(groupOf(job)) ?? 0) + 1);
    }
    for (const [index, done] of run(jobs, new Date()).entries()) settle(jobs[index] as Job<Data>, done);
    return jobs.length;
  }

  async function settle(job: Job<Data>, done: Promise<void>): Promise<void> {
    await done.catch((error) => giveBack(job, error));
    const ofGroup = groups.get(groupOf(job)) ?? 0;
    // Only then others may have waited for this one.
    const isAwaited = active.size >= slots || ofGroup >= perGroup;
    active.delete(job.id);
    if (ofGroup > 1) groups.set(groupOf(job), ofGroup - 1);
    else groups.delete(groupOf(job));
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

function groupOf({ groupId }: Job<unknown>): string {
  return groupId ?? "";
}
