import { type Actor, ownerOf } from "@/lib/access/actor";
import { change } from "@/lib/change";
import { db } from "@/lib/db";
import { AppError, invalid } from "@/lib/errors";
import { isOwnPassword } from "./own-password";
import type { ProvePassword } from "./schema";
import { lockPerson } from "./session-store";

/**
 * Takes the acting person's password as a new proof of who they are: their session counts as just proven. Throws a 422
 * at `password` for a wrong one, which is noted in the audit trail, a 409 for an account without a password, a 429
 * after too many wrong ones (counted as sign-ins are), a 503 where too many hashes wait.
 */
export async function provePassword(
  actor: Actor,
  sessionId: string,
  { password }: ProvePassword,
  now: Date,
): Promise<void> {
  const id = ownerOf(actor);
  const { email, password_hash } = await db().user.findUniqueOrThrow({
    where: { id, organization_id: actor.organizationId },
    select: { email: true, password_hash: true },
  });
  if (password_hash === null) throw new AppError("conflict", "This account has no password.");
  if (!(await isOwnPassword(actor, { email, password_hash }, password)))
    throw invalid("password", "password is wrong");
  await change(actor, async (tx, record) => {
    await lockPerson(tx, { id, organization_id: actor.organizationId });
    await tx.session.updateMany({
      where: { id: sessionId, user_id: id, ended_at: null },
      data: { proven_at: now },
    });
    record.audit("user.proven", "user", id, { proof: "password" });
  });
}
