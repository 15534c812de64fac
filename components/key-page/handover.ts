import { isUsable } from "@/lib/api-keys/status";
import type { KeyHalf } from "@/lib/usage/evidence";

const HOUR_MS = 3_600_000;

/** How far programs have moved from an old key that still works to the new one. */
export type Handover = "nobody takes over" | "still used" | "too early" | "not taken up" | "done";

/**
 * Judges both halves of a rotation. Silence says something only where an hour of it lies after the rotation: before,
 * no program had the new key.
 */
export function handoverOf(
  old: Pick<KeyHalf, "last_hour">,
  next: Pick<KeyHalf, "status" | "created_at" | "last_hour">,
  now: Date,
): Handover {
  if (!isUsable(next.status)) return "nobody takes over";
  if (old.last_hour.calls > 0) return "still used";
  if (now.getTime() - next.created_at.getTime() < HOUR_MS) return "too early";
  return next.last_hour.calls > 0 ? "done" : "not taken up";
}
