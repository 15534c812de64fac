import { type Actor, requireFreshProof } from "@/lib/access/actor";
import type { Role } from "@/lib/access/roles";
import { shutOut } from "@/lib/auth/shut-out";
import { requireStillAdmin } from "@/lib/auth/still-admin";
import { change } from "@/lib/change";
import { AppError } from "@/lib/errors";

/**
 * Lets a former member in again, with a role and the ways to sign in that they had; what they own and was not revoked
 * works again. Throws `forbidden` for anybody but admins, `proof_required` for one who proved too long ago who they
 * are, a 404 for somebody unknown, a 409 for a present member.
 */
export async function restoreMember(actor: Actor, id: string, role: Role, now: Date): Promise<void> {
  requireFreshProof(actor, now);
  await change(actor, async (tx, record) => {
    await requireStillAdmin(tx, actor);
    const own = { id, organization_id: actor.organizationId };
    const before = await tx.user.findFirst({ where: own, select: { role: true, disabled_at: true } });
    if (before === null) throw new AppError("not_found", "Person not found");
    if (before.disabled_at === null) throw new AppError("conflict", "This is a member already");
    // What they began while they were being removed may have outlived that: it does not come back with them.
    await shutOut(tx, id, now);
    await tx.user.update({ where: own, data: { disabled_at: null, role } });
    record.stale("owner", id);
    record.audit("user.restored", "user", id, { role: { from: before.role, to: role } });
  });
}
