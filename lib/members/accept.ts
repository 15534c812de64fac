import { type Origin, person } from "@/lib/access/actor";
import type { Role } from "@/lib/access/roles";
import { countInvitationTry } from "@/lib/auth/attempts";
import { insertUser, newId } from "@/lib/auth/new-user";
import { hashPassword } from "@/lib/auth/password";
import { requireStrongPassword } from "@/lib/auth/password-strength";
import { change } from "@/lib/change";
import { db, lockRow, type Tx } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { hashOfToken } from "./invitation-token";
import type { ShownInvitation } from "./member";
import type { AcceptInvitation } from "./schema";

type Found = ShownInvitation & { organization_id: string };

/**
 * Shows whoever has an invitation's secret what it offers; changes nothing. Throws a 404 for every secret that opens
 * nothing (any more), a 409 where the address has an account, a 429 after thirty wrong ones in 15 minutes.
 */
export async function showInvitation(token: string, origin: Origin, now: Date): Promise<ShownInvitation> {
  const { organization, inviter, email, role } = await find(token, origin, now);
  return { organization, inviter, email, role };
}

/**
 * Accepts an invitation: makes the account. Who comes second with the same one, or after it ended, is too late. Returns
 * the new person's id. Throws as showInvitation does, and a 422 at `password`, a 503 where too many hashes wait.
 */
export async function acceptInvitation(input: AcceptInvitation, origin: Origin, now: Date): Promise<string> {
  const { email, organization, organization_id } = await find(input.token, origin, now);
  const { name, password, token } = input;
  requireStrongPassword(password, { name, email, organization });
  const password_hash = await hashPassword(password);

  const id = newId();
  await change(person({ id, organization_id, role: "viewer" }, origin), async (tx, record) => {
    // As everybody who changes who is an admin does, so that the one who invited is or is not.
    await lockRow(tx, "organizations", organization_id, organization_id);
    const invitation = await consume(tx, hashOfToken(token), now);
    const { role } = invitation;
    await insertUser(tx, { id, organization_id, name, email: invitation.email, role, password_hash });
    record.audit("invitation.accepted", "invitation", invitation.id, { email, role });
    record.audit("user.created", "user", id, { email, role, invited_by: invitation.invited_by_id });
  });
  return id;
}

async function find(token: string, { address }: Origin, now: Date): Promise<Found> {
  const takeBack = await countInvitationTry(address);
  const [found] = await db().$queryRaw<Found[]>`
    SELECT i.organization_id, i.email, i.role, o.name AS organization, u.name AS inviter
      FROM invitations i
      JOIN organizations o ON o.id = i.organization_id
      JOIN users u ON u.organization_id = i.organization_id AND u.id = i.invited_by_id
     WHERE i.token_hash = ${hashOfToken(token)}
       AND i.accepted_at IS NULL AND i.revoked_at IS NULL AND i.expires_at > ${now}
       AND u.role = 'admin' AND u.disabled_at IS NULL`;
  if (found === undefined) throw gone();
  await takeBack();
  const account = await db().user.findUnique({ where: { email: found.email }, select: { id: true } });
  if (account)
    throw new AppError(
      "conflict",
      `${found.email} has an account already, so it cannot join another organization.`,
    );
  return found;
}

/** Judges and marks it in one statement. */
async function consume(tx: Tx, token_hash: Uint8Array<ArrayBuffer>, now: Date) {
  const [invitation] = await tx.$queryRaw<{ id: string; email: string; role: Role; invited_by_id: string }[]>`
    UPDATE invitations i SET accepted_at = ${now}
     WHERE i.token_hash = ${token_hash}
       AND i.accepted_at IS NULL AND i.revoked_at IS NULL AND i.expires_at > ${now}
       AND EXISTS (SELECT 1 FROM users u WHERE u.organization_id = i.organization_id AND u.id = i.invited_by_id
                      AND u.role = 'admin' AND u.disabled_at IS NULL)
    RETURNING i.id, i.email, i.role, i.invited_by_id`;
  if (invitation === undefined) throw gone();
  return invitation;
}

/** The same for one that expired, was withdrawn, used or never made, or whose sender is no admin any more. */
function gone(): AppError {
  return new AppError(
    "not_found",
    "This invitation is not valid. It may have expired, been withdrawn or been used. Ask for another one.",
  );
}
