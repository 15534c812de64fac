import { DAY_MS } from "@/lib/api-keys/status";
import type { Chore } from "@/lib/chores";
import { db } from "@/lib/db";

/** For how many days a notice is kept that was read, and that was not. */
const KEPT_DAYS = { read: 90, unread: 365 };
const PORTION = 5_000;

/** Removes notices that nobody needs any more. */
export const noticeSweep: Chore = { name: "notices.sweep", every: 60 * 60_000, run: sweepNotices };

/** Removes what was read and is older than 90 days, and whatever is older than a year, in portions. */
export async function sweepNotices(now: Date): Promise<void> {
  const older = (days: number) => ({ lt: new Date(now.getTime() - days * DAY_MS) });
  const where = {
    OR: [
      { created_at: older(KEPT_DAYS.unread) },
      { created_at: older(KEPT_DAYS.read), read_at: { not: null } },
    ],
  };
  while ((await db().notice.deleteMany({ where, limit: PORTION })).count === PORTION);
}
