import { lockRow, type Tx } from "@/lib/db";
import { AppError } from "@/lib/errors";

/**
 * Within a transaction: makes sure that an organization keeps an admin when this person stops being one. The
 * organization's row stays locked, so that two admins cannot demote each other at once. Throws a 409 for the last admin.
 */
export async function requireOtherAdmin(tx: Tx, organizationId: string, userId: string): Promise<void> {
  await lockRow(tx, "organizations", organizationId, organizationId);
  const admins = await tx.user.findMany({
    where: { organization_id: organizationId, role: "admin", disabled_at: null },
    select: { id: true },
  });
  if (admins.length === 1 && admins[0]?.id === userId) {
    throw new AppError(
      "conflict",
      "This is the organization's last admin. Make somebody else an admin first.",
    );
  }
}
