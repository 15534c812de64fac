import { z } from "zod";

const FORM = /^[1-9]\d{0,8}:[A-Za-z0-9+/]{43}=(?:, *[1-9]\d{0,8}:[A-Za-z0-9+/]{43}=)*$/;

/**
 * SECRETS_KEY: `1:` and 32 bytes in base64, after a comma each later version likewise. Parsed, the keys by their
 * versions: the newest seals, those before it still open what they sealed.
 */
export const SecretsKey = z
  .string()
  .regex(FORM, "must be 1: and 32 bytes in base64")
  .transform((text): ReadonlyMap<number, Uint8Array> => new Map(text.split(",").map(entryOf)));

function entryOf(text: string): [version: number, key: Uint8Array] {
  const [version, key = ""] = text.split(":");
  return [Number(version), Buffer.from(key, "base64")];
}
