import { isLiving, isUsable } from "@/lib/api-keys/status";
import type { KeySummary } from "./key-summary";

/** What can be done to one living key. */
export type KeyDeed = "edit" | "rotate" | "replace" | "disable" | "enable" | "expire" | "revoke";

/**
 * What a key's state allows. One with an imposed end can only be brought to it sooner; another key takes its place,
 * where a rotation has not made that one already.
 */
export function deedsOf({
  status,
  rotated_to,
  ends_at,
}: Pick<KeySummary, "status" | "rotated_to" | "ends_at">): KeyDeed[] {
  if (!isLiving(status)) return [];
  const isOldHalf = rotated_to !== null;
  const isEnding = isOldHalf || ends_at !== null;
  const isDisabled = status === "disabled";
  const allowed: Record<KeyDeed, boolean> = {
    edit: !isEnding,
    rotate: !isEnding && isUsable(status),
    replace: isEnding && !isOldHalf,
    disable: !isDisabled,
    enable: !isEnding && isDisabled,
    expire: true,
    revoke: true,
  };
  return (Object.keys(allowed) as KeyDeed[]).filter((deed) => allowed[deed]);
}
