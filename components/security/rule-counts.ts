/** How many living keys break a rule, as a sentence; "" while that is not known, or where the rule is not given. */
export function brokenText(count: number | undefined, given: unknown = true): string {
  if (count === undefined || given === null) return "";
  if (count === 0) return "No living key breaks this.";
  return count === 1
    ? "1 living key breaks this and goes on working."
    : `${count.toLocaleString("en-US")} living keys break this and go on working.`;
}

/** The same of keys that are idle for so long. */
export function idleText(count: number | undefined, given: unknown): string {
  if (count === undefined || given === null) return "";
  if (count === 0) return "No key has been unused for so long.";
  return count === 1
    ? "1 key has been unused for so long."
    : `${count.toLocaleString("en-US")} keys have been unused for so long.`;
}
