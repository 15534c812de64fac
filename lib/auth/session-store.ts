import { hash, randomBytes } from "node:crypto";
import { type Actor, type Origin, ownerOf, person } from "@/lib/access/actor";
import { change } from "@/lib/change";
import { db, lockRow, type Tx } from "@/lib/db";
import { AppError } from "@/lib/errors";

export const SESSION_SECONDS = 30 * 24 * 60 * 60;
const ID_BYTES = 32;
/** When somebody proved who they are who has yet to do so by what step-up asks of them. */
const NEVER = new Date(0);

/** How somebody proved who they are. */
export type Proof = "password" | "github" | "google" | "sign-up" | "invitation";

const SESSION_COLUMNS = {
  id: true,
  proven_at: true,
  user: {
    select: {
      id: true,
      name: true,
      email: true,
      role: true,
      organization_id: true,
      organization: { select: { id: true, name: true, plan: true } },
    },
  },
} as const;

/**
 * Starts a browser session for somebody who just proved who they are. Of people who have a password, a provider's word
 * opens the session, but is no proof for what grants, prolongs or loosens: that asks for the password. Returns the
 * random id for the cookie; only its SHA-256 is stored. Throws `forbidden` for an account that was disabled meanwhile.
 */
export async function startSession(userId: string, proof: Proof, origin: Origin, now: Date): Promise<string> {
  const sid = randomBytes(ID_BYTES).toString("base64url");
  const user = await db().user.findUnique({
    where: { id: userId, disabled_at: null },
    select: { id: true, organization_id: true, role: true, password_hash: true },
  });
  if (!user) throw new AppError("forbidden", "This account is disabled");
  const byProvider = proof === "github" || proof === "google";
  await change(person(user, origin), async (tx, record) => {
    await lockPerson(tx, user);
    await tx.session.deleteMany({ where: { user_id: userId, expires_at: { lt: now } } });
    await tx.session.create({
      data: {
        user_id: userId,
        token_hash: hashOf(sid),
        created_at: now,
        proven_at: byProvider && user.password_hash !== null ? NEVER : now,
        expires_at: new Date(now.getTime() + SESSION_SECONDS * 1000),
      },
    });
    record.audit("user.signed_in", "user", userId, { proof });
  });
  return sid;
}

/** The living session with an id from a cookie, with its person and organization; null where it ended or the account is disabled. */
export async function findSession(sid: string, now: Date) {
  return db().session.findUnique({
    where: { token_hash: hashOf(sid), ended_at: null, expires_at: { gt: now }, user: { disabled_at: null } },
    select: SESSION_COLUMNS,
  });
}

/** Ends the session with an id from a cookie, if it lives. */
export async function endSession(sid: string, origin: Origin, now: Date): Promise<void> {
  const session = await findSession(sid, now);
  if (!session) return;
  await change(person(session.user, origin), async (tx, record) => {
    await lockPerson(tx, session.user);
    await tx.session.updateMany({ where: { id: session.id, ended_at: null }, data: { ended_at: now } });
    record.audit("user.signed_out", "user", session.user.id);
  });
}

/** Ends every session of the person who acts, on all devices. */
export async function endAllSessions(actor: Actor, now: Date): Promise<void> {
  const ownerId = ownerOf(actor);
  await change(actor, async (tx, record) => {
    await lockPerson(tx, { id: ownerId, organization_id: actor.organizationId });
    await endSessionsOf(tx, ownerId, now);
    record.audit("user.signed_out_everywhere", "user", ownerId);
  });
}

/**
 * Within a transaction: makes whoever begins, changes or ends what only that person uses, a session or a calendar's
 * address, and whoever shuts them out wait for each other, in one order. So nothing begun at that moment stays.
 */
export async function lockPerson(tx: Tx, { id, organization_id }: { id: string; organization_id: string }) {
  await lockRow(tx, "users", organization_id, id);
}

/** Within a transaction: ends all sessions of a person but the one to keep. */
export async function endSessionsOf(tx: Tx, userId: string, now: Date, keep?: string): Promise<void> {
  await tx.session.updateMany({
    where: { user_id: userId, ended_at: null, ...(keep ? { id: { not: keep } } : {}) },
    data: { ended_at: now },
  });
}

function hashOf(sid: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(hash("sha256", sid, "buffer"));
}
