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
  let round: Promise<void> | null = null;
  const timer = setInterval(() => {
    round ??= doWhatIsDue(chores, stopping.signal).finally(() => {
      round = null;
    });
  }, LOOK_MS);
  timer.unref();
  return async () => {
    clearInterval(timer);
    stopping.abort();
    await round;
  };
}

/**
 * Does the chores that are due, one after the other. What fails is logged and tried again when it is due again; where
 * not even that can be asked, the database is away, and the rest waits for the next look.
 * @param stop once aborted, no other is begun
 */
export async function doWhatIsDue(chores: readonly Chore[], stop?: AbortSignal): Promise<void> {
  try {
    for (const chore of chores) {
      if (stop?.aborted) return;
      if (await claim(chore)) await done(chore);
    }
  } catch (error) {
    log().warn({ err: error }, "what is due is not known");
  }
}

async function done(chore: Chore): Promise<void> {
  try {
    // The one before may have taken minutes.
    await chore.run(new Date());
  } catch (error) {
    log().warn({ err: error, chore: chore.name }, "chore not done");
  }
}

/**
 * Whether it is due and this instance the one to do it: who moves the time on, does it. By the database's clock, since
 * instances' own differ. A time as far ahead as two intervals was set before that clock was put right.
 */
async function claim({ name, every }: Chore): Promise<boolean> {
  const claimed = await db().$executeRaw`
    INSERT INTO chores AS c (name, due_at) VALUES (${name}, now() + ${every} * interval '1 ms')
    ON CONFLICT (name) DO UPDATE SET due_at = excluded.due_at
    WHERE c.due_at <= now() OR c.due_at > now() + ${2 * every} * interval '1 ms'`;
  return claimed === 1;
}
