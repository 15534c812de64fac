import { type Actor, ownerOf } from "@/lib/access/actor";
import { change } from "@/lib/change";
import type { Identity } from "./identities";
import { lockPerson } from "./session-store";

/**
 * Takes an identity that somebody just came back with from a provider as a new proof of who they are. Only of a person
 * without a password, who has no stronger proof, and only the identity that is linked with them; what was tried is
 * noted in the audit trail either way.
 * @returns whether the session now counts as just proven
 */
export async function proveByProvider(
  actor: Actor,
  sessionId: string,
  { provider, provider_account_id }: Identity,
  now: Date,
): Promise<boolean> {
  const id = ownerOf(actor);
  return change(actor, async (tx, record) => {
    await lockPerson(tx, { id, organization_id: actor.organizationId });
    const known = await tx.linkedAccount.findFirst({
      where: { provider, provider_account_id, user_id: id, user: { password_hash: null } },
      select: { id: true },
    });
    if (known === null) {
      record.audit("user.proof_failed", "user", id, { proof: provider });
      return false;
    }
    const { count } = await tx.session.updateMany({
      where: { id: sessionId, user_id: id, ended_at: null },
      data: { proven_at: now },
    });
    if (count > 0) record.audit("user.proven", "user", id, { proof: provider });
    return count > 0;
  });
}
