import { hash, randomBytes } from "node:crypto";
import { type Actor, ownerOf, requireFreshProof } from "@/lib/access/actor";
import { appUrl } from "@/lib/app-url";
import { change } from "@/lib/change";
import { db, lockRow } from "@/lib/db";

/** The address at which a person's calendar reads when keys end, as far as it is known: not the address itself. */
export type CalendarFeed = { created_at: Date; last_read_at: Date | null };

const TOKEN_BYTES = 32;
const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** The person's feed, or null where there is none. */
export function calendarFeedOf(actor: Actor): Promise<CalendarFeed | null> {
  const where = { user_id: ownerOf(actor) };
  return db().calendarFeed.findUnique({ where, select: { created_at: true, last_read_at: true } });
}

/**
 * Makes an address for the person's calendar, and ends the one before. Whoever has it reads the names and ends of the
 * keys, so it is given after a fresh proof only. Returns the address, which is stored nowhere; only its SHA-256 is.
 */
export async function makeCalendarFeed(actor: Actor, now: Date): Promise<string> {
  requireFreshProof(actor, now);
  const [user_id, token] = [ownerOf(actor), randomBytes(TOKEN_BYTES).toString("base64url")];
  await change(actor, async (tx, record) => {
    // Whoever removes the person and whoever makes this wait for each other: nothing made at that moment stays.
    await lockRow(tx, "users", actor.organizationId, user_id);
    const feed = { token_hash: hashOf(token), created_at: now, last_read_at: null };
    await tx.calendarFeed.upsert({ where: { user_id }, create: { user_id, ...feed }, update: feed });
    record.audit("calendar_feed.created", "user", user_id);
  });
  return appUrl(`/calendar/${token}.ics`);
}

/** Ends the address of the person's calendar. */
export async function revokeCalendarFeed(actor: Actor): Promise<void> {
  const user_id = ownerOf(actor);
  await change(actor, async (tx, record) => {
    await lockRow(tx, "users", actor.organizationId, user_id);
    const { count } = await tx.calendarFeed.deleteMany({ where: { user_id } });
    if (count > 0) record.audit("calendar_feed.revoked", "user", user_id);
  });
}

const NOTE_EVERY_MS = 60_000;

/** Whose feed a token opens, as they are now, or null. That it was read is noted once a minute at most. */
export async function readerOf(token: string, now: Date) {
  if (!TOKEN.test(token)) return null;
  const feed = await db().calendarFeed.findUnique({
    where: { token_hash: hashOf(token), user: { disabled_at: null } },
    select: {
      last_read_at: true,
      user: {
        select: { id: true, organization_id: true, role: true, organization: { select: { name: true } } },
      },
    },
  });
  if (feed === null) return null;
  const before = new Date(now.getTime() - NOTE_EVERY_MS);
  if (feed.last_read_at === null || feed.last_read_at < before) {
    await db().calendarFeed.updateMany({ where: { token_hash: hashOf(token) }, data: { last_read_at: now } });
  }
  return feed.user;
}

function hashOf(token: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(hash("sha256", token, "buffer"));
}
