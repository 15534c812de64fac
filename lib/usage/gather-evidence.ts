import type { Actor } from "@/lib/access/actor";
import { chainOf } from "@/lib/api-keys/chain";
import { givenSince } from "@/lib/api-keys/given-since";
import { getKey } from "@/lib/api-keys/service";
import { DAY_MS } from "@/lib/api-keys/status";
import { trailOf } from "@/lib/api-keys/trail";
import type { KeyView } from "@/lib/api-keys/view";
import { isAppError } from "@/lib/errors";
import type { Outcome } from "./call";
import { callersOf } from "./callers";
import { deadCallsOf } from "./dead-calls";
import { UNUSED_DAYS, type Window } from "./evidence";
import { madeKeysOf } from "./made-keys";
import { usageOf } from "./read";
import { latestRequests } from "./requests";

const REQUESTS = 15;
const ENTRIES = 20;
const MADE = 15;

/** Which part of the evidence is looked at: how many days, and which page of requests and of the trail. */
type Part = { days: Window; outcome: Outcome | null; before: string | null; trailBefore: string | null };

/** Everything that is known of a key and of what it did; null where the actor manages no such key. */
export async function gatherEvidence(actor: Actor, id: string, part: Part, now: Date) {
  const key = await unlessMissing(getKey(actor, id, now));
  if (key === null) return null;
  const [deeds, past] = await Promise.all([deedsOf(actor, id, part, now), pastOf(actor, key, part, now)]);
  return { key, ...deeds, ...past };
}

/** What the key did. */
async function deedsOf(actor: Actor, id: string, { days, outcome, before }: Part, now: Date) {
  const page = { limit: REQUESTS + 1, outcome: outcome ?? undefined, before: before ?? undefined };
  const [usage, callers, requests, deadCalls] = await Promise.all([
    usageOf(actor, id, days, now),
    callersOf(actor, id, days, now),
    latestRequests(actor, id, page),
    deadCallsOf(actor, id, now),
  ]);
  return { usage, callers, requests: pageOf(requests, REQUESTS), deadCalls };
}

/** What was done to the key, and to which others it belongs. */
async function pastOf(actor: Actor, key: KeyView, { trailBefore }: Part, now: Date) {
  const { id, revoked_at, created_by_key_id } = key;
  const [trail, revocations, given, chain, made, madeBy] = await Promise.all([
    trailOf(actor, id, { limit: ENTRIES + 1, before: trailBefore ?? undefined }),
    revoked_at ? trailOf(actor, id, { limit: 1, action: "api_key.revoked" }) : [],
    givenSince(actor, id, new Date(now.getTime() - UNUSED_DAYS * DAY_MS)),
    chainOf(actor, id, now),
    madeKeysOf(actor, id, MADE, now),
    created_by_key_id && unlessMissing(getKey(actor, created_by_key_id, now)),
  ]);
  return {
    trail: pageOf(trail, ENTRIES),
    revokedBy: revocations[0] ?? null,
    given,
    chain,
    made,
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
