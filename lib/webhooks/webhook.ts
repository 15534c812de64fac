/** Why the product disabled a webhook: the receiver answered 410, or had only failed for days. */
export type DisabledReason = "gone" | "failing";

/** Whether a webhook sends, and if not, who saw to that. */
export const STATES = ["active", "failing", "paused", "disabled"] as const;
export type WebhookState = (typeof STATES)[number];

/** How many webhooks match a search, in all and in each state. */
export type WebhookCounts = Record<WebhookState | "all", number>;

/** A webhook as people see it. Browser-safe. */
export type WebhookView = {
  id: string;
  /** What it is for, else where it sends to. */
  name: string;
  description: string | null;
  host: string;
  /** For those who may change it; for others only that there is one. */
  path: string;
  /** Whether there is a query, which may hold what is secret, and so is not shown. */
  hasQuery: boolean;
  /** The whole address, for those who may change it; null for others. */
  url: string | null;
  events: string[];
  state: WebhookState;
  disabled_at: Date | null;
  disabled_reason: DisabledReason | null;
  /** The first failure since the last success. */
  failing_since: Date | null;
  /** Until when what is sent is signed with the secret before as well; null where it is not. */
  previous_secret_until: Date | null;
  owner: { id: string; name: string };
  /** Whether that is no longer a member: nothing is sent then, and it cannot be resumed. */
  hasOwnerLeft: boolean;
  /** The former member who knows its signing secret; null where none does. */
  knownTo: string | null;
  created_at: Date;
  /** Whether whoever looks may read all that it tells of. If not, nothing is said of its deliveries. */
  isReadable: boolean;
  latest: LatestDeliveries | null;
};

/** What became of the latest deliveries of a webhook, at most as many as `LATEST`; tests are left out. */
export type LatestDeliveries = {
  /** When the last one was made; null where there is none. */
  at: Date | null;
  /** How many were tried, and how many of these failed when they were last tried. */
  tried: number;
  failed: number;
};
export const LATEST = 100;

/** Webhooks that the product disabled, and how many others there are. */
export type DisabledWebhooks = {
  webhooks: Pick<WebhookView, "id" | "name" | "disabled_at" | "disabled_reason">[];
  others: number;
};

/** What a webhook is for, else where it sends to. */
export function nameOf({ url, description }: { url: string; description: string | null }): string {
  return description ?? new URL(url).host;
}

/** The state of a webhook by its columns. */
export function stateOf(webhook: {
  enabled: boolean;
  disabled_reason: DisabledReason | null;
  failing_since: Date | null;
  owner: { disabled_at: Date | null };
}): WebhookState {
  if (webhook.owner.disabled_at !== null) return "disabled";
  if (!webhook.enabled) return webhook.disabled_reason ? "disabled" : "paused";
  return webhook.failing_since ? "failing" : "active";
}

/** Whether nothing is sent for the time being. */
export function isOff({ state }: Pick<WebhookView, "state">): boolean {
  return state === "paused" || state === "disabled";
}
