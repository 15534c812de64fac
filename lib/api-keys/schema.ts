import { z } from "zod";
import { inOrder, SCOPE_NAMES, type Scope } from "@/lib/access/scopes";
import { notKnown, text } from "@/lib/text";
import { canonicalBlock } from "./addresses";

/** How many living keys an organization may have. Dead ones do not count. */
export const MAX_LIVING_KEYS = 500;
/** How many addresses and blocks a key's list may hold. */
export const MAX_ADDRESSES = 50;
/** The highest limit that a key can have of its own, in requests a minute. */
export const MAX_RATE_LIMIT = 10_000;

const name = text(1, 100)
  .describe("What the key is called")
  .meta({ examples: ["Nightly export"] });
const orNull = (value: string | null | undefined) => value || null;
const description = text(0, 500).nullable().transform(orNull).describe("What it is for");
const scopes = z
  .array(z.enum(SCOPE_NAMES, { error: notKnown("scope") }))
  .min(1, "must name at least one scope")
  // Duplicates are folded, so that more than there are scopes never remain.
  .max(100, "must have at most 100 entries")
  .transform((list): Scope[] => inOrder(list))
  .describe("What it may do; the caller must hold as much")
  .meta({ examples: [["candidates:read"]] });
const EXPIRY_FORM = "must be a date and time with offset, such as 2027-01-31T12:00:00Z";
/** The last instant that has a year of four digits, as RFC 3339 writes it: no end can be later. */
export const LAST_INSTANT = new Date("9999-12-31T23:59:59.999Z");
const expiresAt = z.iso
  .datetime({ offset: true, error: EXPIRY_FORM })
  .transform((value) => new Date(value))
  // An offset can carry an instant past the years that have four digits, which is past what can be stored.
  .pipe(z.date().max(LAST_INSTANT, EXPIRY_FORM))
  .nullable()
  .describe("When it ends by itself; null: never");

const ADDRESS_FORM = "must be an IP address or a CIDR block, such as 203.0.113.7 or 2001:db8::/32";
const address = z
  .union(
    [z.ipv4(ADDRESS_FORM), z.ipv6(ADDRESS_FORM), z.cidrv4(ADDRESS_FORM), z.cidrv6(ADDRESS_FORM)],
    ADDRESS_FORM,
  )
  .transform((value, context) => {
    const block = canonicalBlock(value);
    if (block === null) context.addIssue({ code: "custom", message: ADDRESS_FORM });
    return block ?? z.NEVER;
  });
const allowedIps = z
  .array(address)
  .min(1, "must name at least one address; null allows any")
  .max(MAX_ADDRESSES, `must have at most ${MAX_ADDRESSES} entries`)
  .transform((list) => [...new Set(list)])
  .nullable()
  .describe("Addresses that may use it; null: any")
  .meta({ examples: [["203.0.113.7", "2001:db8::/32"]] });
const rateLimit = z
  .int()
  .min(1)
  .max(MAX_RATE_LIMIT)
  .nullable()
  .describe("Requests a minute, where that is less than the plan allows; null: as the plan allows");
/** What can happen to a key that is found in public, the strictest first. */
export const ON_LEAK = ["revoke", "revoke_after_24h", "alert"] as const;
const onLeak = z.enum(ON_LEAK).describe("What happens when it is found in public");

/** What a new key is made from: in the form, in the action and in POST /api-keys. */
export const GenerateKey = z.strictObject({
  name,
  description: description.default(null).describe("What it is for"),
  scopes,
  expires_at: expiresAt
    .optional()
    .describe("When it ends by itself; never unless given, where the organization's policy allows that"),
  allowed_ips: allowedIps.optional(),
  rate_limit: rateLimit.optional(),
  on_leak: onLeak.optional(),
});
export type GenerateKey = z.infer<typeof GenerateKey>;

/** What may be changed of a key. Only the fields given change; null clears an optional one. */
export const ChangeKey = z
  .strictObject({
    name,
    description,
    scopes,
    expires_at: expiresAt.describe("When it ends by itself; at or before now: now; null: never"),
    enabled: z.boolean().describe("Whether it opens anything"),
    allowed_ips: allowedIps,
    rate_limit: rateLimit,
    on_leak: onLeak,
  })
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
  reason: text(0, 500)
    .nullable()
    .transform(orNull)
    .default(null)
    .describe("Why, for the record")
    .meta({ examples: ["No longer needed"] }),
  descendants: z.boolean().default(false).describe("Whether living keys that it made are revoked too"),
});
export type RevokeKey = z.infer<typeof RevokeKey>;

/** How long the old half of a rotation may work on, in seconds. */
export const MAX_GRACE_SECONDS = 7 * 86_400;
/** A key that rotates itself must live on until its successor is in place. */
export const MIN_OWN_GRACE_SECONDS = 600;
const OWN_GRACE_SECONDS = 3_600;
const graceFrom = (least: number) => z.int().min(least).max(MAX_GRACE_SECONDS);
const GRACE = "For how many seconds the old key works on beside the new one";

/** How a key is rotated. Without an end, the new key lives as long as the old one was given. */
export const RotateKey = z.strictObject({
  grace_period_seconds: graceFrom(0).default(0).describe(GRACE),
  expires_at: expiresAt.optional().describe("When the new key ends by itself; null: never"),
});
export type RotateKey = z.infer<typeof RotateKey>;

/** How a key rotates itself. */
export const RotateCurrentKey = RotateKey.extend({
  grace_period_seconds: graceFrom(MIN_OWN_GRACE_SECONDS).default(OWN_GRACE_SECONDS).describe(GRACE),
  expires_at: expiresAt
    .optional()
    .describe("When the new key ends by itself, no later than the old one would have"),
});
