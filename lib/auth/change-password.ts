import { type Actor, ownerOf } from "@/lib/access/actor";
import { change } from "@/lib/change";
import { db } from "@/lib/db";
import { AppError, invalid } from "@/lib/errors";
import { isOwnPassword } from "./own-password";
import { hashPassword } from "./password";
import { requireStrongPassword } from "./password-strength";
import type { ChangePassword } from "./schema";
import { endSessionsOf } from "./session-store";

/**
 * Changes the acting person's password. Every session but this one ends; this one counts as newly proven. Throws a 422
 * at `current` or `password`, a 409 for an account without a password, a 429 after too many wrong ones (counted as
 * sign-ins are), a 503 where too many hashes wait.
 */
export async function changePassword(
  actor: Actor,
  sessionId: string,
  input: ChangePassword,
  now: Date,
): Promise<void> {
  const user = await db().user.findUniqueOrThrow({
    where: { id: ownerOf(actor), organization_id: actor.organizationId },
    select: {
      id: true,
      name: true,
      email: true,
      password_hash: true,
      organization: { select: { name: true } },
    },
  });
  const { id, name, email, password_hash } = user;
  if (password_hash === null) throw new AppError("conflict", "This account has no password to change.");
  if (!(await isOwnPassword(actor, { email, password_hash }, input.current)))
    throw invalid("current", "current is wrong");
  requireStrongPassword(input.password, { name, email, organization: user.organization.name });
  const changed = await hashPassword(input.password);

  await change(actor, async (tx, record) => {
    const { count } = await tx.user.updateMany({
      where: { id, password_hash },
      data: { password_hash: changed },
    });
    if (count === 0) throw new AppError("conflict", "The password was changed elsewhere at the same time.");
    await endSessionsOf(tx, id, now, sessionId);
    await tx.session.updateMany({ where: { id: sessionId, user_id: id }, data: { proven_at: now } });
    record.audit("user.password_changed", "user", id);
  });
}
