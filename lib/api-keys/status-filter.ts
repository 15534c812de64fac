import type { Prisma } from "@/lib/db";
import { DAY_MS, EXPIRING_DAYS, type Status } from "./status";

/** `current`: what lives, and what ended within the last 24 hours. */
export type StatusFilter = Status | "current";

/** The SQL twin of statusOf: the condition that selects exactly the keys in this state at this instant. */
export function statusFilter(filter: StatusFilter, now: Date): Prisma.ApiKeyWhereInput {
  const soon = new Date(now.getTime() + EXPIRING_DAYS * DAY_MS);
  switch (filter) {
    case "revoked":
      return { revoked_at: { not: null } };
    case "expired":
      return { revoked_at: null, ...endsBy(now) };
    case "disabled":
      return { revoked_at: null, enabled: false, NOT: endsBy(now) };
    case "expiring":
      return { revoked_at: null, enabled: true, ...endsBy(soon), NOT: endsBy(now) };
    case "active":
      return { revoked_at: null, enabled: true, NOT: endsBy(soon) };
    case "current": {
      const yesterday = new Date(now.getTime() - DAY_MS);
      return {
        OR: [{ revoked_at: null }, { revoked_at: { gt: yesterday } }],
        NOT: endsBy(yesterday),
      };
    }
  }
}

/** The condition that selects exactly the keys that have not ended for good at this instant. */
export function livingFilter(now: Date): Prisma.ApiKeyWhereInput {
  return { revoked_at: null, NOT: endsBy(now) };
}

/** The condition that selects exactly the keys that open nothing at this instant, be it for good or not. */
export function deadFilter(now: Date): Prisma.ApiKeyWhereInput {
  return { OR: [{ revoked_at: { not: null } }, { enabled: false }, endsBy(now)] };
}

/** Keys whose expiry or imposed end lies at or before an instant. Null-safe, so that NOT means what it says. */
function endsBy(instant: Date): { OR: Prisma.ApiKeyWhereInput[] } {
  return {
    OR: [
      { AND: [{ expires_at: { not: null } }, { expires_at: { lte: instant } }] },
      { AND: [{ ends_at: { not: null } }, { ends_at: { lte: instant } }] },
    ],
  };
}
