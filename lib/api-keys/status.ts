/** A key's state, in the order in which the first that holds is taken. */
export const STATUSES = ["revoked", "expired", "disabled", "expiring", "active"] as const;
export type Status = (typeof STATUSES)[number];

/** A key that dies within so many days is called expiring. */
export const EXPIRING_DAYS = 7;
export const DAY_MS = 86_400_000;

/** The instants and switches that a key's state is read from. */
export type Lifetime = {
  revoked_at: Date | null;
  expires_at: Date | null;
  ends_at: Date | null;
  enabled: boolean;
};

/** The columns of a key that its state is read from. */
export const LIFETIME_COLUMNS = {
  revoked_at: true,
  expires_at: true,
  ends_at: true,
  enabled: true,
} as const satisfies Record<keyof Lifetime, true>;

/** When a key dies by itself: the earlier of its expiry and its imposed end, or null for never. */
export function diesAt(key: Pick<Lifetime, "expires_at" | "ends_at">): Date | null {
  const ends = [key.expires_at, key.ends_at].filter((end) => end !== null);
  return ends.length === 0 ? null : new Date(Math.min(...ends.map(Number)));
}

/** A key's state at an instant. At the very instant of its end it is expired. */
export function statusOf(key: Lifetime, now: Date): Status {
  if (key.revoked_at !== null) return "revoked";
  const end = diesAt(key);
  if (end !== null && end <= now) return "expired";
  if (!key.enabled) return "disabled";
  if (end !== null && end.getTime() <= now.getTime() + EXPIRING_DAYS * DAY_MS) return "expiring";
  return "active";
}

/** Whether a key in this state opens anything. */
export function isUsable(status: Status): boolean {
  return status === "active" || status === "expiring";
}

/** Whether a key in this state still counts: everything but what has ended for good. */
export function isLiving(status: Status): boolean {
  return status !== "revoked" && status !== "expired";
}
