import type { Actor } from "@/lib/access/actor";
import { lockRow, type Tx } from "@/lib/db";
import { AppError } from "@/lib/errors";

/**
 * Within a transaction: holds the actor to being an admin, under the lock of the organization's row, which stays: whoever
 * was demoted or removed a moment ago has nothing to say any more. Throws `forbidden`.
 */
export async function requireStillAdmin(tx: Tx, actor: Actor): Promise<void> {
  if (!actor.scopes.includes("*")) throw new AppError("forbidden");
  const { organizationId, ownerId } = actor;
  await lockRow(tx, "organizations", organizationId, organizationId);
  if (ownerId === null) return;
  const admin = await tx.user.findFirst({
    where: { id: ownerId, organization_id: organizationId, role: "admin", disabled_at: null },
    select: { id: true },
  });
  if (!admin) throw new AppError("forbidden");
}
