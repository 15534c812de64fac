import { z } from "zod";
import { ROLE_NAMES } from "@/lib/access/roles";
import { email, newPassword } from "@/lib/auth/schema";
import { text } from "@/lib/text";

/** For how many days an invitation can be accepted. */
export const INVITATION_DAYS = 7;
/** How far ahead a kept key's end may lie, in days. */
export const MAX_END_DAYS = 365;

const role = z.enum(ROLE_NAMES, `must be one of ${ROLE_NAMES.join(", ")}`);
const id = z.uuid();

/** Who is invited, and as what. */
export const Invite = z.strictObject({ email, role });
export type Invite = z.infer<typeof Invite>;

/** What the link of an invitation carries: 256 bits, base64url. */
export const InvitationToken = z.string().regex(/^[\w-]{43}$/, "is not an invitation");

/** How an invitation is accepted. */
export const AcceptInvitation = z.strictObject({
  token: InvitationToken,
  name: text(1, 100),
  password: newPassword,
});
export type AcceptInvitation = z.infer<typeof AcceptInvitation>;

/** Somebody, and the role that they get. */
export const PersonAndRole = z.strictObject({ id, role });

/** What becomes of a key whose owner leaves. What is not decided on is stopped. */
const KeyDecision = z.discriminatedUnion("fate", [
  z.strictObject({ id, fate: z.literal("stop") }),
  z.strictObject({ id, fate: z.literal("hand_over"), to: z.uuid("must be a member") }),
  z.strictObject({ id, fate: z.literal("end"), at: z.iso.datetime({ offset: true }).transform(toDate) }),
]);
export type KeyDecision = z.infer<typeof KeyDecision>;

/** Whom to remove, what becomes of each of their keys, and which of their webhooks whoever removes takes over. */
export const RemoveMember = z.strictObject({
  id,
  keys: z.array(KeyDecision).max(1_000).refine(namesEachOnce, "must name each key once"),
  webhooks: z.array(id).max(1_000),
});
export type RemoveMember = z.infer<typeof RemoveMember>;

function namesEachOnce(decisions: { id: string }[]): boolean {
  return new Set(decisions.map(({ id }) => id)).size === decisions.length;
}

function toDate(value: string): Date {
  return new Date(value);
}
