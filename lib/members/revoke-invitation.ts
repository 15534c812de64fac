import type { Actor } from "@/lib/access/actor";
import { requireStillAdmin } from "@/lib/auth/still-admin";
import { change } from "@/lib/change";
import { AppError } from "@/lib/errors";

/**
 * Withdraws an invitation: its link opens nothing any more. Again changes nothing. Throws `forbidden` for anybody but
 * admins, a 404 for one that is not the organization's, a 409 for one that was accepted.
 */
export async function revokeInvitation(actor: Actor, id: string, now: Date): Promise<void> {
  await change(actor, async (tx, record) => {
    await requireStillAdmin(tx, actor);
    const own = { id, organization_id: actor.organizationId };
    const { count } = await tx.invitation.updateMany({
      where: { ...own, accepted_at: null, revoked_at: null },
      data: { revoked_at: now },
    });
    const found = await tx.invitation.findFirst({ where: own, select: { email: true, accepted_at: true } });
    if (found === null) throw new AppError("not_found", "Invitation not found");
    if (found.accepted_at) throw new AppError("conflict", "The invitation was accepted already");
    if (count > 0) record.audit("invitation.revoked", "invitation", id, { email: found.email });
  });
}
