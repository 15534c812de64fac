import type { Actor } from "@/lib/access/actor";
import { endpoint } from "@/lib/api/endpoint";
import { one } from "@/lib/api/envelope";
import { effectiveLimit } from "@/lib/api/rate-limit";
import { revokeKey } from "@/lib/api-keys/revoke";
import { rotateKey } from "@/lib/api-keys/rotate";
import { RevokeKey, RotateCurrentKey } from "@/lib/api-keys/schema";
import { getKey } from "@/lib/api-keys/service";
import { db } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { CurrentApiKey, MintedApiKey, RevokedApiKey, ROTATION } from "./api-key-shape";

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
    run: async ({ actor, now }) => {
      const [key, organization] = await Promise.all([
        getKey(actor, self(actor), now),
        db().organization.findUniqueOrThrow({
          where: { id: actor.organizationId },
          select: { id: true, name: true, plan: true },
        }),
      ]);
      return {
        ...key,
        organization,
        rate_limit_effective: effectiveLimit(organization.plan, key.rate_limit),
      };
    },
  }),

  revoke: endpoint({
    method: "DELETE",
    path,
    id: "api-keys.revoke-current",
    summary: "Revoke the API key that makes the call",
    scope: "any-key",
    body: RevokeKey,
    response: one(RevokedApiKey),
    run: ({ actor, body, now }) => revokeKey(actor, self(actor), body, now),
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
    run: ({ actor, body, now }) => rotateKey(actor, self(actor), body, now),
  }),
};

function self({ id }: Actor): string {
  if (id === null) throw new AppError("forbidden");
  return id;
}
