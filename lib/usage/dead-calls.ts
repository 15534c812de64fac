import type { Actor } from "@/lib/access/actor";
import { managedBy } from "@/lib/api-keys/permission";
import { DAY_MS, diesAt, LIFETIME_COLUMNS, type Lifetime, statusOf } from "@/lib/api-keys/status";
import { deadFilter } from "@/lib/api-keys/status-filter";
import { db } from "@/lib/db";
import { networkOf } from "@/lib/network";
import { OTHER } from "./call";
import type { DeadCalls, DeadKey } from "./evidence";
import { firstDay, MAX_LISTED, numberOf } from "./window";

/** Beyond so many callers of a key and day the quietest are left out. */
const MAX_READ = 1_000;

const COLUMNS = {
  id: true,
  name: true,
  last_four: true,
  enabled_at: true,
  dead_calls_seen_at: true,
  rotated_to: { select: { id: true } },
  ...LIFETIME_COLUMNS,
} as const;

/**
 * Who called within 24 hours with a key that the actor manages and that is dead now, since its end, most calls first;
 * counted are their calls since yesterday, in UTC. Callers of one IPv6 network (/64) with one program are one: whoever
 * has the network changes addresses at will.
 */
export async function deadCallsOf(actor: Actor, id: string, now: Date): Promise<DeadCalls[]> {
  const key = await db().apiKey.findFirst({
    where: { AND: [managedBy(actor), deadFilter(now), { id }] },
    select: COLUMNS,
  });
  return key === null ? [] : callsOf(actor, key, now);
}

/**
 * The dead keys that the actor manages and that were called so: the `limit` with most calls, and how many `others`
 * there are, as far as a hundred; without those whose calls an admin has seen. However many callers one of them has, it is one.
 */
export async function deadKeysOfDay(
  actor: Actor,
  limit: number,
  now: Date,
): Promise<{ keys: DeadKey[]; others: number }> {
  const groups = await db().keyAddress.groupBy({
    by: ["key_id"],
    where: { ...deadSince(actor, yesterday(now), now), key: { AND: [managedBy(actor), deadFilter(now)] } },
    _sum: { calls: true },
    _max: { last_seen: true },
    orderBy: [{ _sum: { calls: "desc" } }, { key_id: "asc" }],
    take: MAX_LISTED,
  });
  const keys = await db().apiKey.findMany({
    where: { organization_id: actor.organizationId, id: { in: groups.map(({ key_id }) => key_id) } },
    select: COLUMNS,
  });
  const called = groups.flatMap(({ key_id, _max }) => {
    const key = keys.find(({ id }) => id === key_id);
    const { last_seen } = _max;
    return key && last_seen && last_seen > endOf(key, now) && last_seen > (key.dead_calls_seen_at ?? 0)
      ? [key]
      : [];
  });
  const listed = called.slice(0, limit).map(async (key) => {
    const callers = await callsOf(actor, key, now);
    const { id, name, last_four, ends_at } = key;
    const rotated_to = key.rotated_to?.id ?? null;
    return {
      key: { id, name, last_four, status: statusOf(key, now), ends_at, rotated_to },
      calls: callers.reduce((sum, { calls }) => sum + calls, 0),
      last_seen: new Date(Math.max(...callers.map(({ last_seen }) => last_seen.getTime()))),
      callers,
    };
  });
  return { keys: await Promise.all(listed), others: Math.max(0, called.length - limit) };
}

type Key = Lifetime & { id: string; enabled_at: Date | null };

async function callsOf(actor: Actor, key: Key, now: Date): Promise<DeadCalls[]> {
  const since = new Date(Math.max(yesterday(now).getTime(), endOf(key, now).getTime()));
  const rows = await db().keyAddress.findMany({
    where: { ...deadSince(actor, since, now), key_id: key.id },
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
      address: known && known.address !== address ? `${network}::/64` : address,
      user_agent,
      calls: numberOf(calls) + (known?.calls ?? 0),
      last_seen: known && known.last_seen > last_seen ? known.last_seen : last_seen,
    });
  }
  // Those beyond what is told apart have no name by which a program could be found.
  const rank = ({ address }: DeadCalls) => (address === OTHER ? 1 : 0);
  return [...callers.values()].sort((one, other) => rank(one) - rank(other) || other.calls - one.calls);
}

/** From when on a dead key is so. A disabled one is it since some time after it was last enabled. */
function endOf(key: Key, now: Date): Date {
  if (statusOf(key, now) === "disabled") return key.enabled_at ?? new Date(0);
  const ends = [key.revoked_at, diesAt(key)].filter((end) => end !== null && end <= now);
  return new Date(Math.min(...ends.map(Number)));
}

function yesterday(now: Date): Date {
  return new Date(now.getTime() - DAY_MS);
}

/** Rows are by day, and hold the latest call of the day. */
function deadSince(actor: Actor, since: Date, now: Date) {
  return {
    organization_id: actor.organizationId,
    date: { gte: firstDay(2, now) },
    last_seen: { gt: since },
    dead: true,
  };
}
