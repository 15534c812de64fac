import { type Actor, requireScope } from "@/lib/access/actor";
import { db, type Prisma, substring } from "@/lib/db";
import type { Heir } from "./member";

/**
 * The members to whom a leaver's keys can be handed over, admins first, then by name; `total` is how many there are.
 * Throws `forbidden` for anybody but the organization's admins.
 */
export async function heirsOf(
  actor: Actor,
  leaverId: string,
  { search, limit }: { search?: string | undefined; limit: number },
): Promise<{ rows: Heir[]; total: number }> {
  requireScope(actor, "api-keys:manage");
  const contains = search ? substring(search) : null;
  const where: Prisma.UserWhereInput = {
    organization_id: actor.organizationId,
    disabled_at: null,
    NOT: { id: leaverId },
    ...(contains && { OR: [{ name: contains }, { email: contains }] }),
  };
  const [rows, total] = await Promise.all([
    db().user.findMany({
      where,
      orderBy: [{ role: "asc" }, { name: "asc" }, { id: "asc" }],
      take: limit,
      select: { id: true, name: true, email: true, role: true },
    }),
    db().user.count({ where }),
  ]);
  return { rows, total };
}
