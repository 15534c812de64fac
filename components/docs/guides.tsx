import type { ReactNode } from "react";
import type { GuideSlug } from "./guide-list";
import { Authentication } from "./guides/authentication";
import { Bulk } from "./guides/bulk";
import { Errors } from "./guides/errors";
import { Idempotency } from "./guides/idempotency";
import { LeakedKeys } from "./guides/leaked-keys";
import { Pagination } from "./guides/pagination";
import { RateLimits } from "./guides/rate-limits";
import { Scopes } from "./guides/scopes";
import { Webhooks } from "./guides/webhooks";
import type { Resource } from "./reference";

/** What is true of this installation and its API, for guides to state. */
export interface Facts {
  /** Where this page was asked for, and so where the API is. */
  origin: string;
  /** The regular expression that every key matches. */
  keyPattern: string;
  /** Calls a minute, by plan. */
  plans: { name: string; limit: number }[];
  /** After each failed attempt of a delivery, milliseconds until the next one. */
  webhookRetries: readonly number[];
  resources: Resource[];
}

/** What each guide says. */
export const GUIDE_BODIES: Record<GuideSlug, (facts: Facts) => ReactNode> = {
  authentication: Authentication,
  scopes: Scopes,
  errors: Errors,
  pagination: Pagination,
  "rate-limits": RateLimits,
  idempotency: Idempotency,
  bulk: Bulk,
  webhooks: Webhooks,
  "leaked-keys": LeakedKeys,
};
