import type { Actor } from "@/lib/access/actor";
import type { Scope } from "@/lib/access/scopes";
import { db, type Prisma, substring } from "@/lib/db";
import { managedBy } from "./permission";
import { diesAt, STATUSES } from "./status";
import { livingFilter, type StatusFilter, statusFilter } from "./status-filter";
import { KEY_COLUMNS, type KeyView, viewOf } from "./view";

export const SORTS = ["name", "created_at", "last_used_at", "expires_at"] as const;
export type Sort = (typeof SORTS)[number];
/** What is shown as the expiry is the earlier of two ends. */
const COLUMNS = {
  name: "name",
  created_at: "created_at",
  last_used_at: "last_used_at",
  expires_at: "dies_at",
} as const satisfies Record<Sort, string>;

/** Which keys, in which order, which page. `after` (with created_at descending) takes the place of `offset`. */
export type KeyQuery = {
  status?: StatusFilter;
  search?: string;
  scope?: Scope;
  sort?: { by: Sort; descending: boolean };
  limit: number;
  offset?: number;
  after?: { created_at: Date; id: string };
  /** Known from an earlier page: then it is not counted again. */
  total?: number;
};

/** One page of the keys that the actor manages, newest first unless sorted otherwise, ties by id, nulls last. */
export async function listKeys(
  actor: Actor,
  query: KeyQuery,
  now: Date,
): Promise<{ rows: KeyView[]; total: number }> {
  const where: Prisma.ApiKeyWhereInput = { AND: conditions(actor, query, now) };
  const { by, descending } = query.sort ?? { by: "created_at", descending: true };
  const direction = descending ? "desc" : "asc";
  const nullable = by === "last_used_at" || by === "expires_at";
  const [rows, total] = await Promise.all([
    db().apiKey.findMany({
      where: query.after ? { AND: [where, olderThan(query.after)] } : where,
      orderBy: [
        { [COLUMNS[by]]: nullable ? { sort: direction, nulls: "last" } : direction },
        { id: direction },
      ],
      take: query.limit,
      skip: query.offset ?? 0,
      select: KEY_COLUMNS,
    }),
    query.total ?? db().apiKey.count({ where }),
  ]);
  return { rows: rows.map((row) => viewOf(row, now)), total };
}

/** How many keys there are in each state, and how many are current, within the same search. */
export async function countKeys(
  actor: Actor,
  query: Pick<KeyQuery, "search" | "scope">,
  now: Date,
): Promise<Record<StatusFilter | "all", number>> {
  const filters = [...STATUSES, "current", undefined] as const;
  const counts = await Promise.all(
    filters.map((status) =>
      db().apiKey.count({ where: { AND: conditions(actor, { ...query, status }, now) } }),
    ),
  );
  const entries = filters.map((status, index) => [status ?? "all", counts[index]]);
  return Object.fromEntries(entries) as Record<StatusFilter | "all", number>;
}

/** The keys of the actor that end soon and have no successor, the next first: at most so many, and how many there are. */
export async function keysWithoutSuccessor(
  actor: Actor,
  limit: number,
  now: Date,
): Promise<{ rows: KeyView[]; total: number }> {
  const where = { AND: [managedBy(actor), statusFilter("expiring", now), { rotated_to: null }] };
  const found = await db().apiKey.findMany({ where, select: KEY_COLUMNS });
  const rows = found
    .map((row) => viewOf(row, now))
    .sort((a, b) => Number(a.expires_at) - Number(b.expires_at) || (a.id < b.id ? -1 : 1));
  return { rows: rows.slice(0, limit), total: found.length };
}

/** The living keys with an end that the actor manages, when each dies, and whether that was imposed; the next first. */
export async function endingKeys(
  actor: Actor,
  now: Date,
): Promise<
  { key: Pick<KeyView, "id" | "name" | "key_prefix" | "last_four">; ends: Date; isImposed: boolean }[]
> {
  const select = { id: true, name: true, key_prefix: true, last_four: true, expires_at: true, ends_at: true };
  const rows = await db().apiKey.findMany({ where: { AND: [managedBy(actor), livingFilter(now)] }, select });
  return rows
    .flatMap(({ expires_at, ends_at, ...key }) => {
      const ends = diesAt({ expires_at, ends_at });
      return ends === null ? [] : [{ key, ends, isImposed: ends_at !== null }];
    })
    .sort((a, b) => Number(a.ends) - Number(b.ends));
}

function conditions(
  actor: Actor,
  { status, search, scope }: Pick<KeyQuery, "status" | "search" | "scope">,
  now: Date,
): Prisma.ApiKeyWhereInput[] {
  const parts: Prisma.ApiKeyWhereInput[] = [managedBy(actor)];
  if (status) parts.push(statusFilter(status, now));
  if (scope) parts.push({ scopes: { has: scope } });
  if (search) {
    const contains = substring(search);
    parts.push({
      OR: [
        { name: contains },
        { description: contains },
        { last_four: search },
        { owner: { name: contains } },
      ],
    });
  }
  return parts;
}

function olderThan({ created_at, id }: { created_at: Date; id: string }): Prisma.ApiKeyWhereInput {
  return { OR: [{ created_at: { lt: created_at } }, { created_at, id: { lt: id } }] };
}
