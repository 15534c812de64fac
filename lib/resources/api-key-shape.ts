import { z } from "zod";
import { FINE_SCOPES, SCOPE_NAMES } from "@/lib/access/scopes";
import { instant } from "@/lib/api/dates";
import { MAX_ADDRESSES, MAX_RATE_LIMIT, ON_LEAK } from "@/lib/api-keys/schema";
import { STATUSES } from "@/lib/api-keys/status";
import { shown } from "@/lib/text";
import { EXAMPLES } from "./examples";
import { createdAt, Person, rowId } from "./row";

/** A key as the API shows it. The secret is not in it, nor anything that it could be found from. */
export const ApiKey = z
  .object({
    id: rowId,
    name: shown(100).describe("What the key is called"),
    description: shown(500).nullable().describe("What it is for"),
    key_prefix: shown(12).describe("The first 12 characters of the key"),
    last_four: shown(4).describe("The last 4 characters of the key"),
    scopes: z.array(shown(50)).meta({ maxItems: SCOPE_NAMES.length }).describe("As given"),
    effective_scopes: z
      .array(z.enum(FINE_SCOPES))
      .meta({ maxItems: FINE_SCOPES.length })
      .describe("What they come to now, within what the role of the key's owner allows"),
    status: z
      .enum(STATUSES)
      .describe("The first that holds: revoked, expired, disabled, expiring within 7 days, active"),
    enabled: z.boolean().describe("Whether it opens anything; can be changed either way"),
    expires_at: instant.nullable().describe("When the key ends by itself; null: never"),
    allowed_ips: z
      .array(shown(43))
      .meta({ maxItems: MAX_ADDRESSES })
      .nullable()
      .describe("Addresses that may use the key; null: any"),
    rate_limit: z
      .int()
      .meta({ minimum: 1, maximum: MAX_RATE_LIMIT })
      .nullable()
      .describe("Requests a minute, where lower than the plan's"),
    on_leak: z.enum(ON_LEAK).describe("What happens when it is found in public"),
    owner: Person.describe("Whose role bounds the key"),
    created_by: Person.describe("Who made it"),
    created_by_key_id: z.uuid().nullable().describe("The key that made this one"),
    last_used_at: instant.nullable().describe("When it last made a call; null: never"),
    last_used_ip: shown(45).nullable().describe("From which address"),
    created_at: createdAt,
    revoked_at: instant.nullable().describe("When it was revoked"),
    revoked_reason: shown(500).nullable().describe("Why it was revoked"),
    rotated_from: z.uuid().nullable().describe("The key that it took over from"),
    rotated_to: z.uuid().nullable().describe("The key that took over"),
  })
  .meta({ id: "ApiKey", examples: [EXAMPLES.ApiKey] });

/** A key in the one answer that shows its secret. */
export const MintedApiKey = ApiKey.extend({
  key: shown(40).describe("The secret. It is not shown again"),
}).meta({
  id: "MintedApiKey",
  examples: [
    {
      ...EXAMPLES.ApiKey,
      last_used_at: null,
      last_used_ip: null,
      key: "pk_live_a1b2c3d4e5f6g7h8i9j0k1l2m3n4o5p6",
    },
  ],
});

/** What to know of rotation, whichever way it is asked for. */
export const ROTATION =
  "The new key has the same owner, name and restrictions, and the scopes that the old one really has now. The old " +
  "key works on for the grace period. A key that was rotated already, is disabled or about to end, or whose own " +
  "predecessor still works is a conflict.";

export const RevokedApiKey = ApiKey.extend({
  descendants: z
    .array(z.object({ id: rowId, name: shown(100).describe("What the key is called") }))
    .meta({ maxItems: 500 })
    .describe("Keys that it made and that still live"),
}).meta({
  id: "RevokedApiKey",
  examples: [
    {
      ...EXAMPLES.ApiKey,
      status: "revoked",
      revoked_at: "2027-02-01T14:05:12.000Z",
      revoked_reason: "No longer needed",
      descendants: [],
    },
  ],
});

/** A key looking at itself. */
export const CurrentApiKey = ApiKey.extend({
  organization: z
    .object({
      id: rowId,
      name: shown(200).describe("By name"),
      plan: z
        .enum(["free", "pro", "scale", "enterprise"])
        .describe("What it pays for; decides the rate limit"),
    })
    .describe("Whose data the key opens"),
  rate_limit_effective: z
    .int()
    .meta({ minimum: 1, maximum: 1_000_000_000 })
    .describe("Requests a minute that the plan and the key's own limit allow"),
}).meta({
  id: "CurrentApiKey",
  examples: [
    {
      ...EXAMPLES.ApiKey,
      organization: { id: EXAMPLES.Organization.id, name: EXAMPLES.Organization.name, plan: "pro" },
      rate_limit_effective: 1_000,
    },
  ],
});
