import { once } from "@/lib/once";
import { onStale } from "@/lib/stale";
import { hearsChanges } from "./hearing";
import { isWellFormed } from "./key-form";
import { KnownKeys } from "./known-keys";
import { type FoundKey, lookUp } from "./look-up";
import { statusOf } from "./status";
import { hashTextOf } from "./token";

/** What is known of the bearer of a key. */
export type VerifiedKey = FoundKey;

/** A live key, or why not: where it is not `unknown`, this very secret once was that key. */
export type Verdict =
  | { ok: true; key: VerifiedKey }
  | { ok: false; why: "unknown"; key: null }
  | { ok: false; why: "expired" | "revoked" | "disabled" | "rotated"; key: VerifiedKey };

/**
 * Decides whether a bearer token opens the API at an instant. A token without the form and checksum of a key never
 * reaches the database; any other is found by its SHA-256, from memory where it is known. Its end is compared with
 * `now` on every call.
 * @param mayAsk is asked before the database is; where it says no, the token counts as unknown
 */
export async function verify(token: string, now: Date, mayAsk = always): Promise<Verdict> {
  if (!isWellFormed(token)) return UNKNOWN;
  const hash = hashTextOf(token);
  const keys = knownKeys();
  let known = keys.recall(hash);
  if (known === undefined) {
    if (!(await mayAsk())) return UNKNOWN;
    known = await keys.find(hash, () => lookUp(Buffer.from(hash, "latin1")));
  }
  if (known === null) return UNKNOWN;

  const status = statusOf(known.row, now);
  if (status === "expired")
    return { ok: false, why: known.row.rotated_to ? "rotated" : "expired", key: known };
  if (status === "revoked" || status === "disabled") return { ok: false, why: status, key: known };
  if (known.ownerDisabled) return { ok: false, why: "disabled", key: known };
  return { ok: true, key: known };
}

const UNKNOWN: Verdict = { ok: false, why: "unknown", key: null };

async function always(): Promise<boolean> {
  return true;
}

/** Forgets every key that verification remembers: after a time in which changes may have gone unheard. */
export function forgetAllKeys(): void {
  knownKeys().clear();
}

function knownKeys(): KnownKeys<FoundKey> {
  return once("known-keys", () => {
    const keys = new KnownKeys<FoundKey>({ good: MAX_GOOD, bad: MAX_BAD }, mayOpen, hearsChanges);
    onStale((stale) => keys.forget(stale));
    return keys;
  });
}

/** About 2 KB each. */
const MAX_GOOD = 50_000;
const MAX_BAD = 5_000;

function mayOpen({ row, ownerDisabled }: FoundKey): boolean {
  return row.revoked_at === null && row.enabled && !ownerDisabled;
}
