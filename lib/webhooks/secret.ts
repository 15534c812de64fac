import { randomBytes } from "node:crypto";
import { open, seal } from "@/lib/secrets";

const BYTES = 32;

/** The columns in which a webhook's signing secret is stored, sealed for its row. */
type Stored = { sealed_secret: Uint8Array<ArrayBuffer>; secret_key_version: number };

/** Makes a signing secret for the webhook with this id, as Standard Webhooks writes it: `whsec_` and base64. */
export function mintSecret(id: string): Stored {
  const { sealed, version } = seal(`whsec_${randomBytes(BYTES).toString("base64")}`, id);
  return { sealed_secret: sealed, secret_key_version: version };
}

/**
 * Makes another signing secret for the webhook with this id. What is sent is signed with the one before as well, until
 * so many seconds from now have passed; never with an older one.
 */
export function replaceSecret(id: string, before: Stored, overlapSeconds: number, now: Date) {
  const goesOn = overlapSeconds > 0;
  return {
    ...mintSecret(id),
    previous_sealed_secret: goesOn ? before.sealed_secret : null,
    previous_secret_key_version: goesOn ? before.secret_key_version : null,
    previous_secret_until: goesOn ? new Date(now.getTime() + overlapSeconds * 1_000) : null,
    // Who left and knows the one before does not know this one.
    handed_over_from_id: null,
  };
}

/** The signing secret of the webhook with this id. */
export function secretOf(id: string, { sealed_secret, secret_key_version }: Stored): string {
  return open({ sealed: sealed_secret, version: secret_key_version }, id);
}

/** Until when the secret before signs as well; null where it does not, or not any more. */
export function signsUntil(
  { previous_secret_until: until }: { previous_secret_until: Date | null },
  now: Date,
): Date | null {
  return until !== null && until > now ? until : null;
}
