import { z } from "zod";
import { SCOPE_NAMES } from "@/lib/access/scopes";
import { endpoint } from "@/lib/api/endpoint";
import { list, one } from "@/lib/api/envelope";
import { paged, paginate, type Slice } from "@/lib/api/pagination";
import { changeKey } from "@/lib/api-keys/change-key";
import { listKeys, SORTS, type Sort } from "@/lib/api-keys/list";
import { revokeKey } from "@/lib/api-keys/revoke";
import { rotateKey } from "@/lib/api-keys/rotate";
import { ChangeKey, GenerateKey, RevokeKey, RotateKey } from "@/lib/api-keys/schema";
import { generateKey, getKey } from "@/lib/api-keys/service";
import { STATUSES } from "@/lib/api-keys/status";
import { text } from "@/lib/text";
import { ApiKey, MintedApiKey, RevokedApiKey, ROTATION } from "./api-key-shape";
import { apiKeyUsage } from "./api-key-usage";
import { idOf } from "./id-of";

const scope = "api-keys:manage";
const params = idOf("ApiKey", "API key");
const ORDERS = SORTS.flatMap((sort) => [sort, `-${sort}`] as const);
const NEWEST_FIRST = "-created_at";

export const apiKeys = {
  list: endpoint({
    method: "GET",
    path: "/api-keys",
    id: "api-keys.list",
    summary: "List API keys, newest first",
    scope,
    query: paged({
      status: z.enum(STATUSES).optional().describe("Only keys that are so now"),
      search: text(1, 100)
        .optional()
        .describe("Part of the name, the description or the owner's name, or the last 4 characters"),
      scope: z.enum(SCOPE_NAMES).optional().describe("A scope that the key was given by this name"),
      sort: z.enum(ORDERS).default(NEWEST_FIRST).describe("With `-` in descending order; empty values last"),
    }),
    response: list(ApiKey),
    run: ({ actor, query, now }) => {
      const sort = { by: query.sort.replace("-", "") as Sort, descending: query.sort.startsWith("-") };
      const fetch = (slice: Slice) => listKeys(actor, { ...query, ...slice, sort }, now);
      return paginate("/api-keys", query, fetch, query.sort === NEWEST_FIRST);
    },
  }),

  create: endpoint({
    method: "POST",
    path: "/api-keys",
    id: "api-keys.create",
    summary: "Generate a new API key",
    scope,
    body: GenerateKey,
    response: one(MintedApiKey),
    secret: true,
    errors: ["conflict"],
    location: ({ id }) => `/api-keys/${id}`,
    run: ({ actor, body, now }) => generateKey(actor, body, now),
  }),

  get: endpoint({
    method: "GET",
    path: "/api-keys/{id}",
    id: "api-keys.get",
    summary: "Get one API key",
    scope,
    params,
    response: one(ApiKey),
    run: ({ actor, params: { id }, now }) => getKey(actor, id, now),
  }),

  update: endpoint({
    method: "PATCH",
    path: "/api-keys/{id}",
    id: "api-keys.update",
    summary: "Change the given fields of one API key",
    scope,
    params,
    body: ChangeKey,
    response: one(ApiKey),
    errors: ["conflict"],
    run: ({ actor, params: { id }, body, now }) => changeKey(actor, id, body, now),
  }),

  revoke: endpoint({
    method: "DELETE",
    path: "/api-keys/{id}",
    id: "api-keys.revoke",
    summary: "Revoke one API key; the record of it stays",
    scope,
    params,
    body: RevokeKey,
    response: one(RevokedApiKey),
    run: ({ actor, params: { id }, body, now }) => revokeKey(actor, id, body, now),
  }),

  rotate: endpoint({
    method: "POST",
    path: "/api-keys/{id}/rotate",
    id: "api-keys.rotate",
    summary: "Rotate one API key: make the key that takes over from it",
    description: ROTATION,
    scope,
    params,
    body: RotateKey,
    response: one(MintedApiKey),
    secret: true,
    errors: ["conflict"],
    location: ({ id }) => `/api-keys/${id}`,
    run: ({ actor, params: { id }, body, now }) => rotateKey(actor, id, body, now),
  }),

  usage: apiKeyUsage,
};
