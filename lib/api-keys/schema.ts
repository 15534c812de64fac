import { z } from "zod";
import { inOrder, SCOPE_NAMES, type Scope } from "@/lib/access/scopes";
import { text } from "@/lib/text";

/** How many living keys an organization may have. Dead ones do not count. */
export const MAX_LIVING_KEYS = 500;

const name = text(1, 100)
  .describe("What the key is called")
  .meta({ examples: ["Nightly export"] });
const orNull = (value: string | null | undefined) => value || null;
const description = text(0, 500).nullable().transform(orNull).describe("What it is for");
const scopes = z
  .array(z.enum(SCOPE_NAMES, "is not a known scope"))
  .min(1, "must name at least one scope")
  // Duplicates are folded, so that more than there are scopes never remain.
  .max(100, "must have at most 100 entries")
  .transform((list): Scope[] => inOrder(list))
  .describe("What it may do; the caller must hold as much")
  .meta({ examples: [["candidates:read"]] });
const EXPIRY_FORM = "must be a date and time with offset, such as 2027-01-31T12:00:00Z";
const expiresAt = z.iso
  .datetime({ offset: true, error: EXPIRY_FORM })
  .transform((value) => new Date(value))
  // An offset can carry an instant past the years that have four digits, which is past what can be stored.
  .pipe(z.date().max(new Date("9999-12-31T23:59:59.999Z"), EXPIRY_FORM))
  .nullable()
  .describe("When it ends by itself; null: never");

/** What a new key is made from: in the form, in the action and in POST /api-keys. */
export const GenerateKey = z.strictObject({
  name,
  description: description.default(null).describe("What it is for"),
  scopes,
  expires_at: expiresAt.optional().describe("When it ends by itself; never unless given"),
});
export type GenerateKey = z.infer<typeof GenerateKey>;

/** What may be changed of a key. Only the fields given change; null clears an optional one. */
export const ChangeKey = z
  .strictObject({ name, description, scopes, expires_at: expiresAt })
  .partial()
  .refine((patch) => Object.keys(patch).length > 0, {
    error: "give at least one field to change",
    // One entry a fault: an unknown field is told as such.
    when: ({ issues }) => issues.length === 0,
  })
  .meta({ minProperties: 1 });
export type ChangeKey = z.infer<typeof ChangeKey>;

/** Why a key is revoked, and whether what it made goes with it. */
export const RevokeKey = z.strictObject({
  reason: text(0, 500).nullable().transform(orNull).default(null).describe("Why, for the record"),
  descendants: z.boolean().default(false).describe("Whether living keys that it made are revoked too"),
});
export type RevokeKey = z.infer<typeof RevokeKey>;
