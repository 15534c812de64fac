import type { KeySummary } from "./key-summary";

/** Why a key was given an end that stays, as the rest of a sentence. */
export function whyItEnds({
  rotated_from,
  rotated_to,
  leaked_at,
  on_leak,
}: Pick<KeySummary, "rotated_from" | "rotated_to" | "leaked_at" | "on_leak">): string {
  if (rotated_to !== null) return "since it was rotated";
  // What was chosen for leaks cannot be changed after.
  if (leaked_at !== null && on_leak === "revoke_after_24h") return "since it leaked";
  const left = "since its owner of then left";
  return rotated_from === null ? left : `${left}, or since the key before it leaked`;
}
