import { isLiving, isUsable } from "@/lib/api-keys/status";
import type { KeySummary } from "./key-summary";

/** What can be done to one living key. */
export type KeyDeed = "edit" | "rotate" | "disable" | "enable" | "expire" | "revoke";

/** What a key's state allows. The old half of a rotation can only be brought to its end. */
export function deedsOf({ status, rotated_to }: Pick<KeySummary, "status" | "rotated_to">): KeyDeed[] {
  if (!isLiving(status)) return [];
  const isOldHalf = rotated_to !== null;
  const isDisabled = status === "disabled";
  const allowed: Record<KeyDeed, boolean> = {
    edit: !isOldHalf,
    rotate: !isOldHalf && isUsable(status),
    disable: !isDisabled,
    enable: !isOldHalf && isDisabled,
    expire: true,
    revoke: true,
  };
  return (Object.keys(allowed) as KeyDeed[]).filter((deed) => allowed[deed]);
}
