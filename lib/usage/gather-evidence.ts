import type { Actor } from "@/lib/access/actor";
import { chainOf } from "@/lib/api-keys/chain";
import { descendantsOf } from "@/lib/api-keys/revoke";
import { getKey } from "@/lib/api-keys/service";
import { trailOf } from "@/lib/api-keys/trail";
import { isAppError } from "@/lib/errors";
import type { Outcome } from "./call";
import { callersOf, deadCallsToday } from "./callers";
import type { Window } from "./evidence";
import { usageOf } from "./read";
import { latestRequests } from "./requests";

const REQUESTS = 15;
const ENTRIES = 20;

/** Which part of the evidence is looked at: how many days, and which page of requests and of the trail. */
type Part = { days: Window; outcome: Outcome | null; before: string | null; trailBefore: string | null };

/** Everything that is known of a key and of what it did; null where the actor manages no such key. */
export async function gatherEvidence(actor: Actor, id: string, part: Part, now: Date) {
  const key = await unlessMissing(getKey(actor, id, now));
  if (key === null) return null;
  const { days, outcome, before, trailBefore } = part;
  const [usage, callers, requests, trail, chain, descendants, deadCalls, madeBy] = await Promise.all([
    usageOf(actor, id, days, now),
    callersOf(actor, id, days, now),
    latestRequests(actor, id, {
      limit: REQUESTS + 1,
      outcome: outcome ?? undefined,
      before: before ?? undefined,
    }),
    trailOf(actor, id, { limit: ENTRIES + 1, before: trailBefore ?? undefined }),
    chainOf(actor, id, now),
    descendantsOf(actor, id, now),
    deadCallsToday(actor, now, id),
    key.created_by_key_id && unlessMissing(getKey(actor, key.created_by_key_id, now)),
  ]);
  return {
    key,
    usage,
    callers,
    chain,
    descendants,
    requests: pageOf(requests, REQUESTS),
    trail: pageOf(trail, ENTRIES),
    deadCalls,
    madeBy: madeBy ? { id: madeBy.id, name: madeBy.name } : null,
  };
}

async function unlessMissing<T>(found: Promise<T>): Promise<T | null> {
  return found.catch((error) => {
    if (isAppError(error) && error.code === "not_found") return null;
    throw error;
  });
}

function pageOf<Row>(rows: Row[], limit: number): { rows: Row[]; hasMore: boolean } {
  return { rows: rows.slice(0, limit), hasMore: rows.length > limit };
}
