import type { Actor } from "@/lib/access/actor";
import { scopesOfRole } from "@/lib/access/roles";
import { FINE_SCOPES, type FineScope, type Leaf, leavesWithin } from "@/lib/access/scopes";
import { findKey } from "@/lib/api-keys/rows";
import { DAY_MS } from "@/lib/api-keys/status";
import type { KeyRow } from "@/lib/api-keys/view";
import { db } from "@/lib/db";
import type { DayOfUse, KeyHalf, LastHour, Window } from "./evidence";
import { halvesOf } from "./halves";
import { lastHours } from "./last-hour";
import { firstDay, MAX_LISTED, numberOf } from "./window";

/** What a key really does, up to a second ago. */
export type Usage = {
  /** The calls of the window while the key lived. */
  total: number;
  /** One for each day of the window, in order. */
  by_day: DayOfUse[];
  last_hour: LastHour;
  /** Those that the key holds, and those that it used before; `*` stands for managing keys. */
  scopes: { scope: FineScope | "*"; allowed: boolean; last_used_at: Date | null }[];
  /** Most calls first. */
  endpoints: { method: string; path: string; calls: number }[];
  /** The calls of the window that were made after the key's end. */
  after_death: { calls: number; last_seen: Date | null };
  /** The key that this one took over from and the one that took over, where the actor manages them. */
  rotation: { previous: KeyHalf | null; next: KeyHalf | null };
};

/** What a key that the actor manages did in a window of so many days. Throws not_found for any other. */
export async function usageOf(actor: Actor, id: string, days: Window, now: Date): Promise<Usage> {
  const key = await findKey(db(), actor, id);
  const of = { organization_id: actor.organizationId, key_id: id };
  const since = firstDay(days, now);
  const ids = [id, key.rotated_from_id, key.rotated_to?.id].filter((each) => typeof each === "string");
  const [rows, endpoints, used, hours] = await Promise.all([
    db().keyDay.findMany({ where: { ...of, date: { gte: since } } }),
    endpointsOf(of, since),
    db().keyScope.findMany({ where: of, select: { scope: true, last_used_at: true } }),
    lastHours(actor.organizationId, ids, now),
  ]);
  const by_day = Array.from({ length: days }, (_, index) => dayOf(rows, since.getTime() + index * DAY_MS));
  return {
    total: by_day.reduce((sum, day) => sum + callsOf(day), 0),
    by_day,
    last_hour: hours(id),
    scopes: scopesOf(key, new Map(used.map(({ scope, last_used_at }) => [scope, last_used_at]))),
    endpoints,
    after_death: {
      calls: by_day.reduce((sum, { after_death }) => sum + after_death, 0),
      last_seen: latest(rows.map(({ after_death_at }) => after_death_at)),
    },
    rotation: await halvesOf(actor, key, hours, now),
  };
}

type Rows = Awaited<ReturnType<ReturnType<typeof db>["keyDay"]["findMany"]>>;

function dayOf(rows: Rows, time: number): DayOfUse {
  const row = rows.find(({ date }) => date.getTime() === time);
  return {
    date: new Date(time),
    ok: numberOf(row?.ok),
    client_error: numberOf(row?.client_error),
    server_error: numberOf(row?.server_error),
    rate_limited: numberOf(row?.rate_limited),
    after_death: numberOf(row?.after_death),
  };
}

function callsOf({ ok, client_error, server_error, rate_limited }: DayOfUse): number {
  return ok + client_error + server_error + rate_limited;
}

async function endpointsOf(of: { organization_id: string; key_id: string }, since: Date) {
  const groups = await db().keyEndpoint.groupBy({
    by: ["method", "path"],
    where: { ...of, date: { gte: since } },
    _sum: { calls: true },
    orderBy: [{ _sum: { calls: "desc" } }, { path: "asc" }, { method: "asc" }],
    take: MAX_LISTED,
  });
  return groups.map(({ method, path, _sum }) => ({ method, path, calls: numberOf(_sum.calls) }));
}

/** Managing keys is an internal right, which a key has by the scope `*` only. */
const LEAVES: readonly Leaf[] = [...FINE_SCOPES, "api-keys:manage"];

function scopesOf(key: KeyRow, used: Map<string, Date>): Usage["scopes"] {
  const held = leavesWithin(key.scopes, scopesOfRole(key.owner.role));
  return LEAVES.filter((leaf) => held.has(leaf) || used.has(leaf)).map((leaf) => ({
    scope: leaf === "api-keys:manage" ? "*" : leaf,
    allowed: held.has(leaf),
    last_used_at: used.get(leaf) ?? null,
  }));
}

function latest(instants: (Date | null)[]): Date | null {
  const times = instants.filter((instant) => instant !== null).map(Number);
  return times.length === 0 ? null : new Date(Math.max(...times));
}
