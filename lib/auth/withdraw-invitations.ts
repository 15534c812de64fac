import type { Tx } from "@/lib/db";

/** Within a transaction: ends the open invitations of somebody who may invite nobody any more. They stay ended. */
export async function withdrawInvitations(tx: Tx, userId: string, now: Date): Promise<void> {
  await tx.invitation.updateMany({
    where: { invited_by_id: userId, accepted_at: null, revoked_at: null },
    data: { revoked_at: now },
  });
}
