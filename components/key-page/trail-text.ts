import type { TrailEntry } from "@/lib/api-keys/evidence";
import { nameAtStart } from "./doer";

/** What an entry tells of a key: who did it, unless time did, and what. */
export function entryText(entry: Pick<TrailEntry, "action" | "by" | "kind" | "changes">): {
  who: string;
  did: string;
} {
  if (entry.action === "api_key.expired") return { who: "It", did: "expired" };
  return { who: nameAtStart(entry), did: deedOf(entry) };
}

/** A field of a key as the forms call it. */
export function fieldText(field: string): string {
  const words = field.replaceAll("_", " ");
  return FIELDS[field] ?? words.charAt(0).toUpperCase() + words.slice(1);
}

const DEEDS: Record<string, string> = {
  "api_key.created": "made it",
  "api_key.shown": "was shown its secret",
  "api_key.changed": "changed it",
  "api_key.handed_over": "handed it over",
  "api_key.revoked": "revoked it",
  "api_key.disabled": "disabled it, since nobody used it",
  "api_key.leaked": "reported it as leaked",
  "api_key.dead_calls_seen": "saw that it is still called",
};

const FIELDS: Record<string, string> = {
  allowed_ips: "Addresses",
  rate_limit: "Limit",
  expires_at: "Expiry",
  ends_at: "End",
  on_leak: "When it leaks",
};

function deedOf({ action, changes }: Pick<TrailEntry, "action" | "changes">): string {
  if (action !== "api_key.rotated") return DEEDS[action] ?? action;
  const seconds = Number(changes.grace_period_seconds);
  return seconds > 0
    ? `rotated it; it works on for ${lengthText(seconds)}`
    : "rotated it, without a grace period";
}

/** In the largest unit that tells it whole; a day is 24 hours, as the forms say. */
function lengthText(seconds: number): string {
  const [unit = "second", length = 1] =
    UNITS.find(([, length, from = length]) => seconds >= from && seconds % length === 0) ?? [];
  const count = seconds / length;
  return `${count.toLocaleString("en-US")} ${unit}${count === 1 ? "" : "s"}`;
}

/** A unit, its seconds, and from how many on it is used. */
const UNITS: [string, number, number?][] = [
  ["day", 86_400, 2 * 86_400],
  ["hour", 3_600],
  ["minute", 60],
];
