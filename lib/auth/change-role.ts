import { type Actor, requireFreshProof } from "@/lib/access/actor";
import type { Role } from "@/lib/access/roles";
import { change } from "@/lib/change";
import { AppError } from "@/lib/errors";
import { requireOtherAdmin } from "./last-admin";
import { requireStillAdmin } from "./still-admin";
import { withdrawInvitations } from "./withdraw-invitations";

/**
 * Gives a person of the actor's organization another role; it holds for their keys from the next call on. Only admins
 * may. Throws a 409 where it would leave the organization without an admin, `proof_required` for a person who proved
 * too long ago who they are.
 */
export async function changeRole(actor: Actor, userId: string, role: Role, now: Date): Promise<void> {
  requireFreshProof(actor, now);
  await change(actor, async (tx, record) => {
    const { organizationId } = actor;
    await requireStillAdmin(tx, actor);
    const user = await tx.user.findFirst({
      where: { id: userId, organization_id: organizationId, disabled_at: null },
      select: { role: true },
    });
    if (!user) throw new AppError("not_found", "Person not found");
    if (user.role === role) return;
    if (user.role === "admin") await requireOtherAdmin(tx, organizationId, userId);
    await tx.user.update({ where: { id: userId, organization_id: organizationId }, data: { role } });
    if (user.role === "admin") await withdrawInvitations(tx, userId, now);
    record.stale("owner", userId);
    record.audit("user.role_changed", "user", userId, { role: { from: user.role, to: role } });
  });
}
