import { readSearch } from "@/components/members/members-address";
import { STATES, type WebhookState } from "@/lib/webhooks/webhook";

const PATH = "/settings/webhooks";
const MAX_PAGE = 10_000;

type Params = Record<string, string | string[] | undefined>;

/** How the list of webhooks is filtered and paged: all of it stands in the address. */
export type WebhooksState = { state: WebhookState | null; search: string; page: number };

const ALL: WebhooksState = { state: null, search: "", page: 1 };

/** Reads the state from an address. What it does not understand is left out. */
export function readWebhooksState({ state, search, page }: Params): WebhooksState {
  const number = Number(page);
  return {
    state: STATES.find((each) => each === state) ?? null,
    search: readSearch(search),
    page: Number.isInteger(number) && number >= 1 && number <= MAX_PAGE ? number : 1,
  };
}

/** The address of the list of webhooks. A change of anything but the page starts at page 1. */
export function listAddress(state: WebhooksState = ALL, patch: Partial<WebhooksState> = {}): string {
  const next = { ...state, page: 1, ...patch };
  const params = new URLSearchParams();
  if (next.state) params.set("state", next.state);
  if (next.search) params.set("search", next.search);
  if (next.page > 1) params.set("page", String(next.page));
  return params.size > 0 ? `${PATH}?${params}` : PATH;
}

/** The address of a webhook's page. */
export function webhookAddress(id: string): string {
  return `${PATH}/${id}`;
}
