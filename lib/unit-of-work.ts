import { AsyncLocalStorage } from "node:async_hooks";
import { setTimeout as pause } from "node:timers/promises";
import type { Actor } from "./access/actor";
import { appendAudit, type NewEntry } from "./audit/append";
import { db, isDeadlock, type Tx } from "./db";
import { isAppError } from "./errors";
import { requireLivingActor } from "./living-actor";
import { type NewNotice, writeNotices } from "./notices/write";
import { once } from "./once";
import { type Stale, tellEverywhere, tellHere } from "./stale";
import { type NewEvent, writeEvents } from "./webhooks/outbox";

/** A transaction under way, and what is written and told when it ends well. */
export type UnitOfWork = {
  tx: Tx;
  /** Who acts in it. */
  actors: Set<Actor>;
  audits: NewEntry[];
  events: NewEvent[];
  notices: NewNotice[];
  stale: Stale[];
};

/**
 * Runs work as one transaction, as part of the one that is already under way where there is one. All or nothing, and
 * again from the beginning where it ended in a deadlock. Inside, `db()` is another connection that sees nothing of it.
 * Returns what `run` returns; throws what it throws, leaving no trace.
 * @param options.timeout milliseconds that the whole may take; has no effect on a part
 */
export async function unitOfWork<T>(
  run: (unit: UnitOfWork) => Promise<T>,
  options: { timeout?: number } = {},
): Promise<T> {
  const current = underWay().getStore();
  if (current) return run(current);
  const { result, stale } = await retried(() =>
    db().$transaction(async (tx) => {
      const unit: UnitOfWork = { tx, actors: new Set(), audits: [], events: [], notices: [], stale: [] };
      const result = await underWay().run(unit, () => run(unit));
      await writeEvents(tx, unit.events);
      await writeNotices(tx, unit.notices);
      for (const actor of unit.actors) await requireLivingActor(tx, actor);
      if (unit.stale.length > 0) await tellEverywhere(tx, unit.stale);
      await appendAudit(tx, unit.audits);
      return { result, stale: unit.stale };
    }, options),
  );
  for (const each of stale) tellHere(each);
  return result;
}

/**
 * Runs a step of the unit of work under way. A refusal undoes this step alone, with all that it would have left
 * behind, and is thrown on; after any other error the whole is lost.
 */
export async function attempt<T>(run: () => Promise<T>): Promise<T> {
  const unit = underWay().getStore();
  if (unit === undefined) throw new Error("attempt() outside a unit of work");
  const { tx, audits, events, notices, stale } = unit;
  const before = [audits, events, notices, stale].map((list) => ({ list, length: list.length }));
  await tx.$executeRaw`SAVEPOINT attempt`;
  try {
    const result = await run();
    await tx.$executeRaw`RELEASE SAVEPOINT attempt`;
    return result;
  } catch (error) {
    if (!isAppError(error)) throw error;
    // Rolled back it is still there, and the next would stand within it.
    await tx.$executeRaw`ROLLBACK TO SAVEPOINT attempt`;
    await tx.$executeRaw`RELEASE SAVEPOINT attempt`;
    for (const { list, length } of before) list.length = length;
    throw error;
  }
}

/** Whether a unit of work is under way, of which what is done now will be a part. */
export function isPart(): boolean {
  return underWay().getStore() !== undefined;
}

function underWay(): AsyncLocalStorage<UnitOfWork> {
  return once("unit-of-work", () => new AsyncLocalStorage<UnitOfWork>());
}

const ATTEMPTS = 3;
/** Milliseconds, so that whoever was let through gets ahead. */
const LONGEST_PAUSE = 200;

/** Runs a transaction again where it and another had locked what each other wanted. */
async function retried<T>(transaction: () => Promise<T>, attempt = 1): Promise<T> {
  try {
    return await transaction();
  } catch (error) {
    if (attempt === ATTEMPTS || !isDeadlock(error)) throw error;
    await pause(Math.random() * LONGEST_PAUSE);
    return retried(transaction, attempt + 1);
  }
}
