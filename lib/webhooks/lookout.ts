import { setTimeout as pause } from "node:timers/promises";
import { log } from "@/lib/log";

export type Lookout = {
  /** Has it look now; where it is looking, once more after that. */
  wake(): void;
  /** Looks no more, and waits for the look under way. */
  stop(): Promise<void>;
};

/** When nobody says that there is something to do: also how late it may be that something is due at its time. */
const LOOK_MS = 1_000;
/** From one look to the next at least: what comes in between is found together. */
const PACE_MS = 20;

/** Calls `look` at once, whenever woken and every second, never twice at the same time. What fails is tried again then. */
export function lookout(name: string, look: () => Promise<unknown>): Lookout {
  let looking: Promise<void> | null = null;
  let again = false;
  let stopped = false;
  let failing = false;

  const wake = () => {
    again = true;
    looking ??= round().finally(() => {
      looking = null;
    });
  };

  async function round(): Promise<void> {
    while (again && !stopped) {
      again = false;
      const pace = pause(PACE_MS);
      try {
        await look();
        failing = false;
      } catch (error) {
        // Once, and not again every second for as long as the database is away.
        if (!failing) log().warn({ err: error, name }, "webhooks not looked after");
        failing = true;
      }
      await pace;
    }
  }

  const timer = setInterval(wake, LOOK_MS);
  wake();
  return {
    wake,
    async stop() {
      stopped = true;
      clearInterval(timer);
      await looking;
    },
  };
}
