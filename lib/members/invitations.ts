import { type Actor, requireScope } from "@/lib/access/actor";
import { db, type Prisma } from "@/lib/db";
import type { InvitationState, ListedInvitation } from "./member";

/** One page of the organization's invitations, newest first. Throws `forbidden` for anybody but its admins. */
export async function listInvitations(
  actor: Actor,
  page: { limit: number; offset: number },
  now: Date,
): Promise<{ rows: ListedInvitation[]; total: number }> {
  requireScope(actor, "api-keys:manage");
  const where = { organization_id: actor.organizationId };
  const [rows, total] = await Promise.all([
    db().invitation.findMany({
      where,
      orderBy: [{ created_at: "desc" }, { id: "desc" }],
      take: page.limit,
      skip: page.offset,
      omit: { token_hash: true },
    }),
    db().invitation.count({ where }),
  ]);
  const inviters = await db().user.findMany({
    where: { ...where, id: { in: rows.map(({ invited_by_id }) => invited_by_id) } },
    select: { id: true, name: true, role: true, disabled_at: true },
  });
  return {
    rows: rows.map((row) => {
      const inviter = inviters.find(({ id }) => id === row.invited_by_id);
      const isAdmin = inviter?.role === "admin" && inviter.disabled_at === null;
      const { id, email, role, created_at, expires_at } = row;
      return {
        id,
        email,
        role,
        created_at,
        expires_at,
        state: stateOf(row, isAdmin, now),
        invited_by: inviter?.name ?? "",
      };
    }),
    total,
  };
}

type Row = Pick<Prisma.InvitationGetPayload<object>, "accepted_at" | "revoked_at" | "expires_at">;

function stateOf(row: Row, isByAdmin: boolean, now: Date): InvitationState {
  if (row.accepted_at !== null) return "accepted";
  // One that had expired when another took its place was not withdrawn.
  if (row.revoked_at !== null && row.revoked_at < row.expires_at) return "withdrawn";
  if (row.expires_at <= now) return "expired";
  return isByAdmin ? "open" : "void";
}
