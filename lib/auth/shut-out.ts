import type { Tx } from "@/lib/db";
import { endSessionsOf } from "./session-store";
import { withdrawInvitations } from "./withdraw-invitations";

/**
 * Within a transaction: ends what somebody who does not belong here any more could still use, the sessions and the
 * calendar's address, and what they offered others. Coming back brings none of it back. Keys are decided on elsewhere.
 */
export async function shutOut(tx: Tx, userId: string, now: Date): Promise<void> {
  await endSessionsOf(tx, userId, now);
  await tx.calendarFeed.deleteMany({ where: { user_id: userId } });
  await withdrawInvitations(tx, userId, now);
}
