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

/** The signing secret of the webhook with this id. */
export function secretOf(id: string, { sealed_secret, secret_key_version }: Stored): string {
  return open({ sealed: sealed_secret, version: secret_key_version }, id);
}
