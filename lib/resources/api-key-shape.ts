import { z } from "zod";
import { FINE_SCOPES } from "@/lib/access/scopes";
import { instant } from "@/lib/api/dates";
import { STATUSES } from "@/lib/api-keys/status";

const Person = z.object({ id: z.uuid(), name: z.string() });

/** A key as the API shows it. The secret is not in it, nor anything that it could be found from. */
export const ApiKey = z
  .object({
    id: z.uuid(),
    name: z.string(),
    description: z.string().nullable(),
    key_prefix: z.string().describe("The first 12 characters of the key"),
    last_four: z.string().describe("The last 4 characters of the key"),
    scopes: z.array(z.string()).describe("As given"),
    effective_scopes: z
      .array(z.enum(FINE_SCOPES))
      .describe("What they come to now, within what the role of the key's owner allows"),
    status: z.enum(STATUSES),
    enabled: z.boolean(),
    expires_at: instant.nullable().describe("When the key ends by itself; null: never"),
    allowed_ips: z.array(z.string()).nullable().describe("Addresses that may use the key; null: any"),
    rate_limit: z.int().nullable().describe("Requests a minute, where lower than the plan's"),
    on_leak: z.enum(["revoke", "revoke_after_24h", "alert"]),
    owner: Person.describe("Whose role bounds the key"),
    created_by: Person,
    created_by_key_id: z.uuid().nullable().describe("The key that made this one"),
    last_used_at: instant.nullable(),
    last_used_ip: z.string().nullable(),
    created_at: instant,
    revoked_at: instant.nullable(),
    revoked_reason: z.string().nullable(),
    rotated_from: z.uuid().nullable(),
    rotated_to: z.uuid().nullable(),
  })
  .meta({ id: "ApiKey" });

/** A key in the one answer that shows its secret. */
export const MintedApiKey = ApiKey.extend({
  key: z.string().describe("The secret. It is not shown again"),
}).meta({ id: "MintedApiKey" });

export const RevokedApiKey = ApiKey.extend({
  descendants: z
    .array(z.object({ id: z.uuid(), name: z.string() }))
    .describe("Keys that it made and that still live"),
}).meta({ id: "RevokedApiKey" });

/** A key looking at itself. */
export const CurrentApiKey = ApiKey.extend({
  organization: z.object({
    id: z.uuid(),
    name: z.string(),
    plan: z.enum(["free", "pro", "scale", "enterprise"]),
  }),
  rate_limit_effective: z.int().describe("Requests a minute that the plan and the key's own limit allow"),
}).meta({ id: "CurrentApiKey" });
