import type { Actor } from "@/lib/access/actor";
import { areWithin } from "@/lib/api-keys/addresses";
import { findKey } from "@/lib/api-keys/rows";
import { db } from "@/lib/db";
import { OTHER, UNKNOWN } from "./call";
import type { Caller } from "./evidence";
import { firstDay, MAX_LISTED, numberOf } from "./window";

const WEEK_DAYS = 7;

/** The callers of a key that the actor manages within so many days, most calls first. Throws not_found for any other. */
export async function callersOf(actor: Actor, id: string, days: number, now: Date): Promise<Caller[]> {
  await findKey(db(), actor, id);
  const groups = await db().keyAddress.groupBy({
    by: ["address", "user_agent", "dead"],
    where: { organization_id: actor.organizationId, key_id: id, date: { gte: firstDay(days, now) } },
    _sum: { calls: true },
    _max: { last_seen: true },
    orderBy: [{ _sum: { calls: "desc" } }, { address: "asc" }, { user_agent: "asc" }],
    take: MAX_LISTED,
  });
  const callers = new Map<string, Caller>();
  for (const { address, user_agent, dead, _sum, _max } of groups) {
    const name = `${address} ${user_agent}`;
    const last_seen = _max.last_seen ?? now;
    const caller = callers.get(name) ?? { address, user_agent, calls: 0, after_death: 0, last_seen };
    caller[dead ? "after_death" : "calls"] += numberOf(_sum.calls);
    if (last_seen > caller.last_seen) caller.last_seen = last_seen;
    callers.set(name, caller);
  }
  return [...callers.values()];
}

/**
 * The addresses from which a key that the actor manages was used within the last seven days, as far as its list lets
 * them in now: whom another list could lock out. In no order. Throws not_found for any other key.
 */
export async function addressesOfWeek(actor: Actor, id: string, now: Date): Promise<string[]> {
  const { allowed_ips } = await findKey(db(), actor, id);
  const groups = await db().keyAddress.groupBy({
    by: ["address"],
    where: {
      organization_id: actor.organizationId,
      key_id: id,
      dead: false,
      date: { gte: firstDay(WEEK_DAYS, now) },
      address: { notIn: [OTHER, UNKNOWN] },
    },
  });
  return groups.map(({ address }) => address).filter((address) => areWithin([address], allowed_ips));
}
