import { DAY_MS } from "@/lib/api-keys/status";

const RECENT_DAYS = 7;

/** Whether a key was used lately, so that something is likely to stop working without it. */
export function isInUse({ last_used_at }: { last_used_at: Date | null }): boolean {
  return last_used_at !== null && Date.now() - last_used_at.getTime() < RECENT_DAYS * DAY_MS;
}
