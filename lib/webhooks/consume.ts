import { setTimeout as pause } from "node:timers/promises";
import { fromPrisma, type Job } from "pg-boss";
import { db } from "@/lib/db";
import { log } from "@/lib/log";
import { HEARTBEAT_S, queue } from "./queue";

export type Consumer = {
  /** Has it look for jobs now. */
  wake(): void;
  /** Takes no more jobs, and waits for those it has. */
  stop(): Promise<void>;
};

type Options<Data> = {
  name: string;
  /** How many jobs may be under way at once, and how many of one group, in all processes together. */
  slots: number;
  perGroup?: number;
  /** Does jobs, and removes each when it is done; one promise for each. */
  run(jobs: Job<Data>[], now: Date): Promise<void>[];
};

/** When nobody says that there is something to do: also how late a job may be that is to begin at a time. */
const LOOK_MS = 1_000;
const MOST_AT_ONCE = 100;
/** For so long those who stop wait for the jobs they have; then these are found by others. */
const STOP_MS = 15_000;

/**
 * Takes jobs of a queue and has them done, each slot for itself, so that nobody waits for the slowest of a batch: what a
 * worker of pg-boss does. What fails is given back and tried again.
 */
export function consume<Data>({ name, slots, perGroup, run }: Options<Data>): Consumer {
  const active = new Map<string, Job<Data>>();
  const groups = new Map<string, number>();
  let looking: Promise<void> | null = null;
  let again = false;
  let stopped = false;
  let failing = false;

  const wake = () => {
    again = true;
    looking ??= look().finally(() => {
      looking = null;
    });
  };

  async function look(): Promise<void> {
    while (again && !stopped) {
      again = false;
      try {
        while (!stopped && active.size < slots && (await take()) > 0);
        failing = false;
      } catch (error) {
        // Once, and not again every second for as long as the database is away.
        if (!failing) log().warn({ err: error, queue: name }, "no jobs taken");
        failing = true;
      }
    }
  }

  async function take(): Promise<number> {
    const batchSize = Math.min(slots - active.size, MOST_AT_ONCE);
    const groupConcurrency = perGroup === undefined ? {} : { groupConcurrency: perGroup };
    const jobs = await queue().fetch<Data>(name, { batchSize, ...groupConcurrency, db: fromPrisma(db()) });
    if (jobs.length === 0) return 0;
    for (const job of jobs) begin(job);
    for (const [index, promise] of run(jobs, new Date()).entries()) settle(jobs[index] as Job<Data>, promise);
    return jobs.length;
  }

  function begin(job: Job<Data>): void {
    active.set(job.id, job);
    if (job.groupId) groups.set(job.groupId, (groups.get(job.groupId) ?? 0) + 1);
  }

  async function settle(job: Job<Data>, promise: Promise<void>): Promise<void> {
    await promise.catch((error) => giveBack(job, error));
    const wasFull = active.size >= slots;
    active.delete(job.id);
    const ofGroup = job.groupId ? (groups.get(job.groupId) ?? 0) : 0;
    if (job.groupId) {
      if (ofGroup > 1) groups.set(job.groupId, ofGroup - 1);
      else groups.delete(job.groupId);
    }
    // Only then others may have waited for this one.
    if (wasFull || (perGroup !== undefined && ofGroup >= perGroup)) wake();
  }

  async function giveBack(job: Job<Data>, error: Error): Promise<void> {
    log().warn({ err: error, queue: name, job: job.id }, "job not done");
    // Where the database is away it is given back by its silence.
    await queue()
      .fail(name, [job], { message: error.message }, { db: fromPrisma(db()) })
      .catch(() => undefined);
  }

  const timer = setInterval(wake, LOOK_MS);
  const heart = setInterval(
    () => {
      if (active.size === 0) return;
      queue()
        .touch(name, [...active.values()], { db: fromPrisma(db()) })
        .catch((error) => log().warn({ err: error, queue: name }, "jobs not kept"));
    },
    (HEARTBEAT_S * 1_000) / 3,
  );
  wake();

  return {
    wake,
    async stop() {
      stopped = true;
      clearInterval(timer);
      await looking;
      for (const end = Date.now() + STOP_MS; active.size > 0 && Date.now() < end; ) await pause(20);
      clearInterval(heart);
    },
  };
}
