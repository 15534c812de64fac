import { db } from "./db";
import { log } from "./log";

/** Something to do again and again, by one of all instances each time. */
export type Chore = {
  name: string;
  /** Milliseconds from one time to the next. */
  every: number;
  run: (now: Date) => Promise<unknown>;
};

const LOOK_MS = 5_000;

/**
 * Does what is due from now on, for as long as this instance lives; another takes over where it does not. A chore must
 * bear being done twice at once: one that takes longer than its interval is.
 * @returns what stops it, and waits for what is under way
 */
export function startChores(chores: readonly Chore[]): () => Promise<void> {
  const stopping = new AbortController();
  let round: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    round = round.then(() => doWhatIsDue(chores, new Date(), stopping.signal));
  }, LOOK_MS);
  timer.unref();
  return () => {
    clearInterval(timer);
    stopping.abort();
    return round;
  };
}

/**
 * Does the chores that are due, one after the other. What fails is logged and tried again when it is due again.
 * @param stop once aborted, no other is begun
 */
export async function doWhatIsDue(chores: readonly Chore[], now: Date, stop?: AbortSignal): Promise<void> {
  for (const chore of chores) {
    if (stop?.aborted) return;
    try {
      if (await claim(chore, now)) await chore.run(now);
    } catch (error) {
      log().warn({ err: error, chore: chore.name }, "chore not done");
    }
  }
}

/**
 * Whether it is due and this instance the one to do it: who moves the time on, does it. A time further ahead than one
 * interval was set by a clock that is wrong, so that it counts for nothing.
 */
async function claim({ name, every }: Chore, now: Date): Promise<boolean> {
  const next = new Date(now.getTime() + every);
  const claimed = await db().$executeRaw`
    INSERT INTO chores (name, due_at) VALUES (${name}, ${next})
    ON CONFLICT (name) DO UPDATE SET due_at = excluded.due_at
    WHERE chores.due_at <= ${now} OR chores.due_at > ${next}`;
  return claimed === 1;
}
