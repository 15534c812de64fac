import type { Tx } from "./db";
import { once } from "./once";

/** What just changed for verification: one key, all keys that a person owns, or all of an organization. */
export type Stale = { what: "key" | "owner" | "organization"; id: string };

/** PostgreSQL's channel on which every instance hears what is stale. */
export const STALE_CHANNEL = "prepzo_stale";

type Listener = (stale: Stale) => void;
const listeners = () => once("stale", () => new Set<Listener>());

/** Calls `listener` whenever something is stale, whichever instance made it so. */
export function onStale(listener: Listener): void {
  listeners().add(listener);
}

/** Tells this process that something is stale. */
export function tellHere(stale: Stale): void {
  for (const listener of listeners()) listener(stale);
}

/** Tells every instance, at the moment that the transaction commits, and never if it does not. */
export async function tellEverywhere(tx: Tx, stale: Stale[]): Promise<void> {
  const payloads = stale.map((each) => JSON.stringify(each));
  await tx.$executeRaw`SELECT pg_notify(${STALE_CHANNEL}, payload) FROM unnest(${payloads}::text[]) AS payload`;
}
