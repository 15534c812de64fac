import { db } from "@/lib/db";
import type { LastHour } from "./evidence";
import { MAX_LISTED, numberOf } from "./window";

const HOUR_MS = 3_600_000;

/**
 * The last hour of each of several keys of an organization, by id. A minute counts as long as its latest call is less
 * than an hour ago: so a key is silent from exactly one hour after its last call.
 */
export async function lastHours(
  organization_id: string,
  ids: string[],
  now: Date,
): Promise<(id: string) => LastHour> {
  const groups = await db().keyMinute.groupBy({
    by: ["key_id", "address"],
    where: { organization_id, key_id: { in: ids }, last_seen: { gt: new Date(now.getTime() - HOUR_MS) } },
    _sum: { calls: true },
    _max: { last_seen: true },
    orderBy: [{ _sum: { calls: "desc" } }, { address: "asc" }],
  });
  return (id) => {
    const addresses = groups
      .filter(({ key_id }) => key_id === id)
      .map(({ address, _sum, _max }) => ({
        address,
        calls: numberOf(_sum.calls),
        last_seen: _max.last_seen ?? now,
      }));
    const calls = addresses.reduce((sum, each) => sum + each.calls, 0);
    return { calls, addresses: addresses.slice(0, MAX_LISTED) };
  };
}
