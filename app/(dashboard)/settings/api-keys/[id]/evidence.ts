import type { PageState } from "@/components/key-page/page-state";
import type { Actor } from "@/lib/access/actor";
import { chainOf } from "@/lib/api-keys/chain";
import { descendantsOf } from "@/lib/api-keys/revoke";
import { getKey } from "@/lib/api-keys/service";
import { trailOf } from "@/lib/api-keys/trail";
import { isAppError } from "@/lib/errors";
import { callersOf, deadCallsToday } from "@/lib/usage/callers";
import { usageOf } from "@/lib/usage/read";
import { latestRequests } from "@/lib/usage/requests";

const REQUESTS = 15;
const ENTRIES = 20;

/** Everything that a key's page shows; null where the actor manages no such key. */
export async function evidenceOf(actor: Actor, id: string, state: PageState, now: Date) {
  const key = await unlessMissing(getKey(actor, id, now));
  if (key === null) return null;
  const { days, outcome, before, trailBefore } = state;
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
