import type { Actor } from "@/lib/access/actor";
import { scopesOfRole } from "@/lib/access/roles";
import { type FineScope, grants, type Leaf, leavesOf, type Scope } from "@/lib/access/scopes";
import { findKey } from "@/lib/api-keys/rows";
import { db } from "@/lib/db";
import { catalogue } from ".";

/** What keys of somebody can reach, whatever scopes they are given. */
export type Reach = {
  /** What the owner's role holds: nothing beyond it is ever granted. */
  bounds: readonly Scope[];
  /** Every endpoint that asks for a key; `needs` is null where any key will do. */
  endpoints: { method: string; path: string; summary: string; needs: Leaf | null }[];
  /** How many rows a scope reads now; only those that the actor may read too. */
  rows: Partial<Record<FineScope, number>>;
};

/**
 * What the actor's own new key could reach, or with an id what that key could; from the catalogue that the API serves.
 * Throws not_found for a key that the actor does not manage.
 */
export async function reachOf(actor: Actor, keyId: string | null): Promise<Reach> {
  const bounds = keyId === null ? actor.scopes : scopesOfRole((await findKey(db(), actor, keyId)).owner.role);
  const readable = COUNTED.filter(([scope]) => grants(actor.leaves, scope) && leavesOf(bounds).has(scope));
  const counts = await Promise.all(readable.map(([, count]) => count(actor.organizationId)));
  return {
    bounds,
    endpoints: ENDPOINTS,
    rows: Object.fromEntries(readable.map(([scope], index) => [scope, counts[index] ?? 0])),
  };
}

const ENDPOINTS: Reach["endpoints"] = catalogue.flatMap(({ method, path, summary, scope }) =>
  scope === "public" ? [] : [{ method, path, summary, needs: scope === "any-key" ? null : scope }],
);

type Count = (organization_id: string) => Promise<number>;

const COUNTED: [FineScope, Count][] = [
  ["candidates:read", (organization_id) => db().candidate.count({ where: { organization_id } })],
  ["jobs:read", (organization_id) => db().job.count({ where: { organization_id } })],
  ["applications:read", (organization_id) => db().application.count({ where: { organization_id } })],
  ["interviews:read", (organization_id) => db().interview.count({ where: { organization_id } })],
  ["offers:read", (organization_id) => db().offer.count({ where: { organization_id } })],
  ["webhooks:read", (organization_id) => db().webhook.count({ where: { organization_id } })],
];
