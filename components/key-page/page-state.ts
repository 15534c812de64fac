import { OUTCOMES, type Outcome } from "@/lib/usage/call";
import { WINDOWS, type Window } from "@/lib/usage/evidence";

/** What a key's page shows of its evidence: all of it stands in the address. */
export type PageState = {
  days: Window;
  outcome: Outcome | null;
  /** The id of the last request, or entry of the trail, of the page before. */
  before: string | null;
  trailBefore: string | null;
};

const DEFAULT_DAYS = 30;

/** Whether a part of an address can be the id of a row. */
export function isId(text: string): boolean {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}

/** Reads the state from an address. What it does not understand falls back to the default. */
export function readPageState(params: Record<string, string | string[] | undefined>): PageState {
  const id = (name: string) => {
    const value = params[name];
    return typeof value === "string" && isId(value) ? value : null;
  };
  return {
    days: WINDOWS.find((days) => params.days === String(days)) ?? DEFAULT_DAYS,
    outcome: OUTCOMES.find((outcome) => params.outcome === outcome) ?? null,
    before: id("before"),
    trailBefore: id("trail_before"),
  };
}

/** The address of a state of a key's page; what is at its default is left out. */
export function pageAddress(id: string, state: PageState, patch: Partial<PageState> = {}): string {
  const next = { ...state, ...patch };
  const params = new URLSearchParams();
  if (next.days !== DEFAULT_DAYS) params.set("days", String(next.days));
  if (next.outcome) params.set("outcome", next.outcome);
  if (next.before) params.set("before", next.before);
  if (next.trailBefore) params.set("trail_before", next.trailBefore);
  return params.size > 0 ? `${keyAddress(id)}?${params}` : keyAddress(id);
}

/** The address of a key's page. */
export function keyAddress(id: string): string {
  return `/settings/api-keys/${id}`;
}

/** The windows as links. */
export function windowsOf(id: string, state: PageState) {
  return WINDOWS.map((days) => ({
    label: `${days} days`,
    href: pageAddress(id, state, { days }),
    isCurrent: state.days === days,
  }));
}
