import type { Actor } from "@/lib/access/actor";
import { managedBy, manages } from "@/lib/api-keys/permission";
import { diesAt } from "@/lib/api-keys/status";
import { livingFilter } from "@/lib/api-keys/status-filter";
import { db } from "@/lib/db";
import { livingSuccessors } from "./line";
import type { LeakedKey, Sighting, Successor } from "./sighting";

/** How many places of one key are read. */
const MOST = 50;
const COLUMNS = { source: true, type: true, url: true, seen_at: true } as const;
const LATEST_FIRST = [{ seen_at: "desc" }, { id: "desc" }] as const;

/** Where a key that the actor manages was seen, the latest first, as far as fifty; of any other key nothing. */
export function sightingsOf(actor: Actor, id: string): Promise<Sighting[]> {
  return db().keySighting.findMany({
    where: { organization_id: actor.organizationId, key_id: id, key: managedBy(actor) },
    orderBy: [...LATEST_FIRST],
    take: MOST,
    select: COLUMNS,
  });
}

/**
 * What took over from a dead key by its own doing and still lives: whoever had the one may have the other. Null where
 * there is none that the actor manages.
 */
export async function livingSuccessorOf(actor: Actor, id: string, now: Date): Promise<Successor | null> {
  const row = (await livingSuccessors(db(), actor.organizationId, [id], now)).get(id);
  if (row === undefined || !manages(actor, row.owner.id)) return null;
  const { key_prefix, last_four } = row;
  return { id: row.id, key_prefix, last_four };
}

/** The keys that the actor manages, that leaked and that still live: the `limit` latest, and how many `others` there are. */
export async function livingLeaks(
  actor: Actor,
  limit: number,
  now: Date,
): Promise<{ keys: LeakedKey[]; others: number }> {
  const where = { AND: [managedBy(actor), livingFilter(now), { leaked_at: { not: null } }] };
  const [rows, total] = await Promise.all([
    db().apiKey.findMany({
      where,
      orderBy: [{ leaked_at: "desc" }, { id: "desc" }],
      take: limit,
      select: {
        id: true,
        name: true,
        expires_at: true,
        ends_at: true,
        sightings: { orderBy: [...LATEST_FIRST], take: 1, select: COLUMNS },
      },
    }),
    db().apiKey.count({ where }),
  ]);
  const keys = rows.flatMap(({ id, name, sightings, ...ends }) => {
    const key = { id, name, imposedEnd: ends.ends_at && diesAt(ends) };
    return sightings.map((sighting) => ({ key, sighting }));
  });
  return { keys, others: Math.max(0, total - limit) };
}
