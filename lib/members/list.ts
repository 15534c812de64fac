import { type Actor, requireScope } from "@/lib/access/actor";
import { livingFilter } from "@/lib/api-keys/status-filter";
import { db, type Prisma, substring } from "@/lib/db";
import type { Member } from "./member";

/** Which members: the present or the former ones, by a part of name or e-mail. */
export type MemberQuery = { isFormer: boolean; search?: string | undefined; limit: number; offset: number };

/** One page of the organization's members by name. Throws `forbidden` for anybody but its admins. */
export async function listMembers(
  actor: Actor,
  { isFormer, search, limit, offset }: MemberQuery,
  now: Date,
): Promise<{ rows: Member[]; total: number }> {
  requireScope(actor, "api-keys:manage");
  const contains = search ? substring(search) : null;
  const where: Prisma.UserWhereInput = {
    organization_id: actor.organizationId,
    disabled_at: isFormer ? { not: null } : null,
    ...(contains && { OR: [{ name: contains }, { email: contains }] }),
  };
  const [people, total] = await Promise.all([
    db().user.findMany({
      where,
      orderBy: [{ name: "asc" }, { id: "asc" }],
      take: limit,
      skip: offset,
      select: { id: true, name: true, email: true, role: true, created_at: true, disabled_at: true },
    }),
    db().user.count({ where }),
  ]);
  const ids = people.map(({ id }) => id);
  const [keys, signIns] = await Promise.all([
    db().apiKey.groupBy({
      by: ["owner_id"],
      where: { organization_id: actor.organizationId, owner_id: { in: ids }, ...livingFilter(now) },
      _count: true,
    }),
    db().session.groupBy({
      by: ["user_id"],
      where: { user_id: { in: ids } },
      _max: { created_at: true },
    }),
  ]);
  return {
    rows: people.map((one) => ({
      ...one,
      last_sign_in: signIns.find(({ user_id }) => user_id === one.id)?._max.created_at ?? null,
      keys: keys.find(({ owner_id }) => owner_id === one.id)?._count ?? 0,
    })),
    total,
  };
}

/** How many present and former members the organization has. */
export async function countMembers(actor: Actor): Promise<{ present: number; former: number }> {
  requireScope(actor, "api-keys:manage");
  const { organizationId: organization_id } = actor;
  const [present, former] = await Promise.all([
    db().user.count({ where: { organization_id, disabled_at: null } }),
    db().user.count({ where: { organization_id, disabled_at: { not: null } } }),
  ]);
  return { present, former };
}
