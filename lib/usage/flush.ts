import { randomUUID } from "node:crypto";
import { db } from "@/lib/db";
import { log } from "@/lib/log";
import { once } from "@/lib/once";
import type { Batch } from "./batch";
import { UsageBuffer } from "./buffer";
import { OUTCOMES } from "./call";
import { noteFailure } from "./failures";
import { flushUses } from "./last-use";
import { write } from "./write";

/** How long a call may wait in memory before it is written. */
const FLUSH_MS = 1_000;

const state = () =>
  once("usage-flush", () => ({
    writer: randomUUID(),
    written: 0,
    /** Fills while `batch` is being written, or waits for a database that is away. */
    filling: new UsageBuffer(),
    batch: null as Batch | null,
    /** When a flush last failed, until that is written. */
    failedAt: null as Date | null,
    timer: null as NodeJS.Timeout | null,
    turn: Promise.resolve(),
  }));

/** Where calls wait for the next flush. */
export function filling(): UsageBuffer {
  return state().filling;
}

/** How many calls wait to be written. */
export function waitingCalls(): number {
  const { batch, filling } = state();
  return [...(batch?.days ?? []), ...filling.batch().days]
    .flatMap((day) => OUTCOMES.map((outcome) => day[outcome]))
    .reduce((sum, calls) => sum + calls, 0);
}

/** Has what waits written within a second. */
export function flushSoon(): void {
  state().timer ??= setTimeout(() => {
    flushUsage().catch((error) => log().warn({ err: error }, "usage not written"));
  }, FLUSH_MS).unref();
}

/**
 * Writes what waits, in one transaction. What cannot be written stays and is written by the next flush, and never
 * twice. Called by a timer, and at shutdown. Throws what the database throws.
 */
export function flushUsage(): Promise<void> {
  const { timer, turn } = state();
  if (timer) clearTimeout(timer);
  state().timer = null;
  // One after the other, however many ask.
  const mine = turn.catch(() => undefined).then(writeAll);
  state().turn = mine;
  return mine;
}

async function writeAll(): Promise<void> {
  try {
    // First, so that no key seems idle that was used meanwhile.
    await writeFailure();
    // A batch that is left over from a flush that failed comes first.
    while (cut()) await writeBatch();
    if (!(await flushUses())) flushSoon();
  } catch (error) {
    state().failedAt = new Date();
    await writeFailure().catch(() => undefined);
    flushSoon();
    throw error;
  }
}

async function writeFailure(): Promise<void> {
  const { writer, failedAt } = state();
  if (failedAt === null) return;
  await noteFailure(writer, failedAt);
  state().failedAt = null;
}

/** Whether there is a batch to write: the one left over, or what has gathered since. */
function cut(): boolean {
  const now = state();
  if (now.batch !== null) return true;
  if (now.filling.isEmpty) return false;
  if (now.filling.lost > 0)
    log().warn({ calls: now.filling.lost }, "calls not counted: too many keys at once");
  now.batch = now.filling.batch();
  now.filling = new UsageBuffer();
  now.written++;
  return true;
}

async function writeBatch(): Promise<void> {
  const { batch, writer, written } = state();
  if (batch === null) return;
  await db().$transaction((tx) => write(tx, writer, written, batch));
  state().batch = null;
}
