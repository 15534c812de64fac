import type { z } from "zod";
import type { ChangeKey, GenerateKey } from "@/lib/api-keys/schema";
import type { KeySummary } from "./key-summary";

const FIELDS = ["name", "description", "scopes", "allowed_ips", "rate_limit", "on_leak"] as const;

/** What a form makes of a key, as far as it differs from what the key is. Empty where nothing does. */
export function changesOf(
  key: Pick<KeySummary, (typeof FIELDS)[number]>,
  values: z.output<typeof GenerateKey>,
): z.input<typeof ChangeKey> {
  const changed = FIELDS.filter((field) => JSON.stringify(key[field]) !== JSON.stringify(values[field]));
  return Object.fromEntries(changed.map((field) => [field, values[field]]));
}
