import type { ReactNode } from "react";
import { Authentication } from "./guides/authentication";
import { Bulk } from "./guides/bulk";
import { Errors } from "./guides/errors";
import { Idempotency } from "./guides/idempotency";
import { Pagination } from "./guides/pagination";
import { RateLimits } from "./guides/rate-limits";
import { Scopes } from "./guides/scopes";
import type { Resource } from "./reference";

/** What is true of this installation and its API, for guides to state. */
export interface Facts {
  /** Where this page was asked for, and so where the API is. */
  origin: string;
  /** The regular expression that every key matches. */
  keyPattern: string;
  /** Calls a minute, by plan. */
  plans: { name: string; limit: number }[];
  resources: Resource[];
}

interface Guide {
  slug: string;
  title: string;
  description: string;
  Body: (facts: Facts) => ReactNode;
}

/** The guides, in the order in which a newcomer needs them. */
export const GUIDES: Guide[] = [
  {
    slug: "authentication",
    title: "Authentication",
    description: "How to get a key, where to put it, and what an answer says when it is refused.",
    Body: Authentication,
  },
  {
    slug: "scopes",
    title: "Scopes",
    description: "What a key may do is what its scopes and the role of its owner both allow.",
    Body: Scopes,
  },
  {
    slug: "errors",
    title: "Errors",
    description: "Every refusal has the same form, a stable code, and says which field is at fault.",
    Body: Errors,
  },
  {
    slug: "pagination",
    title: "Pagination",
    description: "Lists come in pages, newest first: by offset to jump, by cursor to walk.",
    Body: Pagination,
  },
  {
    slug: "rate-limits",
    title: "Rate limits",
    description: "How many calls a minute an organization may make, and how to stay within.",
    Body: RateLimits,
  },
  {
    slug: "idempotency",
    title: "Idempotency",
    description: "How to send a request again without doing it twice.",
    Body: Idempotency,
  },
  {
    slug: "bulk",
    title: "Bulk operations",
    description: "Up to 1,000 changes in one request, each on its own or all or nothing.",
    Body: Bulk,
  },
];
