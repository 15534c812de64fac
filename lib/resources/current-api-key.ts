import { endpoint } from "@/lib/api/endpoint";
import { one } from "@/lib/api/envelope";
import { effectiveLimit } from "@/lib/api/rate-limit";
import { revokeKey } from "@/lib/api-keys/revoke";
import { rotateKey } from "@/lib/api-keys/rotate";
import { RevokeKey, RotateCurrentKey } from "@/lib/api-keys/schema";
import { viewOf } from "@/lib/api-keys/view";
import { latestUse } from "@/lib/usage/last-use";
import { usageOf } from "@/lib/usage/read";
import { CurrentApiKey, MintedApiKey, RevokedApiKey, ROTATION } from "./api-key-shape";
import { ApiKeyUsage, USAGE, UsageWindow } from "./api-key-usage";

const path = "/api-keys/current";

/** What every key may do with itself, whatever its scopes. */
export const currentApiKey = {
  get: endpoint({
    method: "GET",
    path,
    id: "api-keys.get-current",
    summary: "Get the API key that makes the call",
    scope: "any-key",
    response: one(CurrentApiKey),
    // From what verification knows of the key anyway, so that it takes no statement of its own.
    run: ({ actor: { key }, now }) => ({
      ...viewOf(key.row, now),
      ...latestUse(key.row),
      organization: { id: key.organizationId, name: key.organizationName, plan: key.plan },
      rate_limit_effective: effectiveLimit(key.plan, key.rateLimit),
    }),
  }),

  usage: endpoint({
    method: "GET",
    path: `${path}/usage`,
    id: "api-keys.usage-current",
    summary: "See what the API key that makes the call really does",
    description: USAGE,
    scope: "any-key",
    query: UsageWindow,
    response: one(ApiKeyUsage),
    run: ({ actor, query, now }) => usageOf(actor, actor.id, query.days, now),
  }),

  revoke: endpoint({
    method: "DELETE",
    path,
    id: "api-keys.revoke-current",
    summary: "Revoke the API key that makes the call",
    scope: "any-key",
    body: RevokeKey,
    response: one(RevokedApiKey),
    run: ({ actor, body, now }) => revokeKey(actor, actor.id, body, now),
  }),

  rotate: endpoint({
    method: "POST",
    path: `${path}/rotate`,
    id: "api-keys.rotate-current",
    summary: "Rotate the API key that makes the call",
    description: `${ROTATION} The new key ends no later than the old one would have.`,
    scope: "any-key",
    body: RotateCurrentKey,
    response: one(MintedApiKey),
    secret: true,
    errors: ["conflict"],
    location: ({ id }) => `/api-keys/${id}`,
    run: ({ actor, body, now }) => rotateKey(actor, actor.id, body, now),
  }),
};
