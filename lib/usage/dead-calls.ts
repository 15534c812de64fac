import type { Actor } from "@/lib/access/actor";
import { managedBy } from "@/lib/api-keys/permission";
import { db } from "@/lib/db";
import { networkOf } from "@/lib/network";
import type { DeadCalls, DeadKey } from "./evidence";
import { firstDay, MAX_LISTED, numberOf } from "./window";

/** Beyond so many callers of a key and day the quietest are left out. */
const MAX_READ = 1_000;

/**
 * Who called today, in UTC, with a key that the actor manages and that is dead, most calls first. Callers of one IPv6
 * network (/64) with one program are one: whoever has the network changes addresses at will.
 */
export async function deadCallsOf(actor: Actor, id: string, now: Date): Promise<DeadCalls[]> {
  const rows = await db().keyAddress.findMany({
    where: { ...deadToday(actor, now), key_id: id },
    orderBy: [{ calls: "desc" }, { last_seen: "desc" }],
    take: MAX_READ,
    select: { address: true, user_agent: true, calls: true, last_seen: true },
  });
  const callers = new Map<string, DeadCalls>();
  for (const { address, user_agent, calls, last_seen } of rows) {
    const network = networkOf(address);
    const name = `${network} ${user_agent}`;
    const known = callers.get(name);
    callers.set(name, {
      address: known ? `${network}::/64` : address,
      user_agent,
      calls: numberOf(calls) + (known?.calls ?? 0),
      last_seen: known && known.last_seen > last_seen ? known.last_seen : last_seen,
    });
  }
  return [...callers.values()].sort((one, other) => other.calls - one.calls);
}

/**
 * The dead keys that the actor manages and that were called today, in UTC: the `limit` with most calls, and how many
 * `others` there are, as far as a hundred. However many callers one of them has, it is one.
 */
export async function deadKeysToday(
  actor: Actor,
  limit: number,
  now: Date,
): Promise<{ keys: DeadKey[]; others: number }> {
  const groups = await db().keyAddress.groupBy({
    by: ["key_id"],
    where: deadToday(actor, now),
    _sum: { calls: true },
    _max: { last_seen: true },
    orderBy: [{ _sum: { calls: "desc" } }, { key_id: "asc" }],
    take: MAX_LISTED,
  });
  const keys = groups.slice(0, limit).map(async ({ key_id: id, _sum, _max }) => {
    const [{ name }, callers] = await Promise.all([
      db().apiKey.findFirstOrThrow({
        where: { organization_id: actor.organizationId, id },
        select: { name: true },
      }),
      deadCallsOf(actor, id, now),
    ]);
    return { key: { id, name }, calls: numberOf(_sum.calls), last_seen: _max.last_seen ?? now, callers };
  });
  return { keys: await Promise.all(keys), others: Math.max(0, groups.length - limit) };
}

function deadToday(actor: Actor, now: Date) {
  return {
    organization_id: actor.organizationId,
    date: firstDay(1, now),
    dead: true,
    key: managedBy(actor),
  };
}
