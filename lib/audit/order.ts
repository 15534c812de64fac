import { db, type Prisma } from "@/lib/db";

/** By when something happened, the latest first: an expiry may have been written down later. */
export const NEWEST_FIRST = [{ created_at: "desc" }, { id: "desc" }] as const satisfies object[];

/** The condition that selects, in this order, what comes after an entry of an organization; all where it is not there. */
export async function entriesAfter(
  organization_id: string,
  id: string | undefined,
): Promise<Prisma.AuditEntryWhereInput> {
  if (id === undefined) return {};
  const select = { id: true, created_at: true };
  const last = await db().auditEntry.findFirst({ where: { organization_id, id }, select });
  if (last === null) return {};
  return {
    created_at: { lte: last.created_at },
    OR: [{ created_at: { lt: last.created_at } }, { id: { lt: last.id } }],
  };
}
