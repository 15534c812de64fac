import { db } from "@/lib/db";
import type { Traffic } from "./evidence";
import { firstDay, numberOf } from "./window";

const ADDRESSES = 3;

/** The traffic of several keys of an organization, by id. */
export async function trafficOf(
  organization_id: string,
  ids: string[],
  now: Date,
): Promise<(id: string) => Traffic> {
  const of = { organization_id, key_id: { in: ids } };
  const [days, callers] = await Promise.all([
    db().keyDay.findMany({ where: { ...of, date: { gte: firstDay(30, now) } } }),
    db().keyAddress.groupBy({
      by: ["key_id", "address"],
      where: { ...of, dead: false, date: { gte: firstDay(30, now) } },
      _sum: { calls: true },
      orderBy: [{ _sum: { calls: "desc" } }, { address: "asc" }],
    }),
  ]);
  const daysOf = Map.groupBy(days, ({ key_id }) => key_id);
  const addressesOf = Map.groupBy(callers, ({ key_id }) => key_id);
  const week = firstDay(7, now);
  return (id) => {
    const month = daysOf.get(id) ?? [];
    const addresses = (addressesOf.get(id) ?? []).map(({ address }) => address);
    return {
      calls_7_days: sum(month.filter(({ date }) => date >= week)),
      calls_30_days: sum(month),
      addresses: addresses.slice(0, ADDRESSES),
      more_addresses: Math.max(0, addresses.length - ADDRESSES),
    };
  };
}

type Day = { ok: bigint; client_error: bigint; server_error: bigint; rate_limited: bigint };

function sum(days: Day[]): number {
  return days.reduce(
    (total, { ok, client_error, server_error, rate_limited }) =>
      total + numberOf(ok + client_error + server_error + rate_limited),
    0,
  );
}
