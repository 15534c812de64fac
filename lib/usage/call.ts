import type { Leaf } from "@/lib/access/scopes";

/** A call that was made with a key, whether that still opened anything or not. */
export type Call = {
  requestId: string;
  organizationId: string;
  keyId: string;
  /** Whether the key no longer opened anything: revoked, expired, rotated out or disabled. */
  dead: boolean;
  /** Whether the key let its caller in: only then it was used, and is not where its address list refused. */
  admitted: boolean;
  at: Date;
  durationMs: number;
  method: string;
  /** The template of the path: what callers put into a path is not kept. */
  path: string;
  status: number;
  address: string | null;
  userAgent: string | null;
  /** What the call needed. */
  scopes: Iterable<Leaf>;
};

/** The outcomes by which calls are counted; a call has exactly one. */
export const OUTCOMES = ["ok", "client_error", "server_error", "rate_limited", "after_death"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What a call came to. With a dead key it is that, whatever the status. */
export function outcomeOf({ dead, status }: Pick<Call, "dead" | "status">): Outcome {
  if (dead) return "after_death";
  if (status === 429) return "rate_limited";
  if (status >= 500) return "server_error";
  return status >= 400 ? "client_error" : "ok";
}

/** In place of an address: those beyond what is told apart, and the one that is not known. */
export const OTHER = "other";
export const UNKNOWN = "unknown";

/**
 * The first product of a User-Agent with its major version, such as `curl/8` (RFC 9110 section 10.1.5): enough to
 * recognize a program by, in 50 plain characters at most. Empty where there is none.
 */
export function shortAgent(userAgent: string | null): string {
  const [, product = "", version] = /^([\w.+-]{1,40})(?:\/v?(\d{1,5}))?/.exec(userAgent ?? "") ?? [];
  return version === undefined ? product : `${product}/${version}`;
}
