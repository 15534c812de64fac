import { type Actor, ownerOf, requireFreshProof } from "@/lib/access/actor";
import { newId } from "@/lib/auth/new-user";
import { requireStillAdmin } from "@/lib/auth/still-admin";
import { change } from "@/lib/change";
import type { Tx } from "@/lib/db";
import { AppError, invalid } from "@/lib/errors";
import { sendInvitation } from "./invitation-mail";
import { invitationLink, mintInvitationToken } from "./invitation-token";
import type { NewInvitation } from "./member";
import { INVITATION_DAYS, type Invite } from "./schema";

const DAY_MS = 86_400_000;
/** How many invitations of an organization can be open at once, and made within a day. */
const MAX_OPEN = 50;
const MAX_A_DAY = 100;

/**
 * Invites somebody into the actor's organization; it takes the place of an open invitation of the same address. Whether
 * the address has an account elsewhere is not told: that is refused where it is accepted. Its e-mail is sent after
 * this returns, where e-mail is configured. Throws `forbidden` for anybody but admins, `proof_required` for one who
 * proved too long ago who they are, a 422 at `email` for somebody of the same organization, a 409 at 50 open ones, a
 * 429 at 100 within a day.
 */
export async function invite(actor: Actor, input: Invite, now: Date): Promise<NewInvitation> {
  requireFreshProof(actor, now);
  const { organizationId: organization_id } = actor;
  const { email, role } = input;
  const invited_by_id = ownerOf(actor);
  const { token, token_hash } = mintInvitationToken();
  const id = newId();
  const expires_at = new Date(now.getTime() + INVITATION_DAYS * DAY_MS);
  const mail = await change(actor, async (tx, record) => {
    await requireStillAdmin(tx, actor);
    await requireNoMember(tx, organization_id, email);
    const open = { organization_id, accepted_at: null, revoked_at: null };
    const [before] = await tx.invitation.updateManyAndReturn({
      where: { ...open, email },
      data: { revoked_at: now },
      select: { id: true },
    });
    await requireRoom(tx, organization_id, now);
    const dates = { created_at: now, expires_at };
    await tx.invitation.create({
      data: { id, organization_id, email, role, token_hash, invited_by_id, ...dates },
    });
    if (before) record.audit("invitation.revoked", "invitation", before.id, { email, replaced_by: id });
    record.audit("invitation.created", "invitation", id, {
      email,
      role,
      expires_at: expires_at.toISOString(),
    });
    const organization = await tx.organization.findUniqueOrThrow({
      where: { id: organization_id },
      select: { name: true },
    });
    const inviter = await tx.user.findUniqueOrThrow({
      where: { id: invited_by_id, organization_id },
      select: { name: true },
    });
    return { organization: organization.name, inviter: inviter.name };
  });
  const link = invitationLink(token);
  return {
    id,
    email,
    expires_at,
    link,
    isMailed: sendInvitation({ ...mail, email, role, expires_at, link }),
  };
}

/** Only of the own organization: of any other it would tell who has an account. */
async function requireNoMember(tx: Tx, organization_id: string, email: string): Promise<void> {
  const member = await tx.user.findFirst({
    where: { organization_id, email },
    select: { disabled_at: true },
  });
  if (member === null) return;
  throw invalid(
    "email",
    member.disabled_at
      ? "email belongs to a former member, who can be restored"
      : "email belongs to a member",
  );
}

async function requireRoom(tx: Tx, organization_id: string, now: Date): Promise<void> {
  const open = await tx.invitation.count({
    where: { organization_id, accepted_at: null, revoked_at: null, expires_at: { gt: now } },
  });
  const today = await tx.invitation.count({
    where: { organization_id, created_at: { gt: new Date(now.getTime() - DAY_MS) } },
  });
  if (open >= MAX_OPEN)
    throw new AppError("conflict", `At most ${MAX_OPEN} invitations can be open. Withdraw one first.`);
  if (today >= MAX_A_DAY)
    throw new AppError("rate_limited", `At most ${MAX_A_DAY} people can be invited within a day.`);
}
