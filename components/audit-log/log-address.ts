import { CATEGORIES, type Category } from "@/lib/audit/actions";
import { ACTOR_KINDS, type AuditEntry } from "@/lib/audit/entry";
import { dayAfter, dayOf, startOf } from "./day";

type Kind = AuditEntry["actor"]["kind"];

/** How the audit log is filtered and paged: all of it stands in the address. */
export type LogState = {
  category: Category | null;
  kind: Kind | null;
  /** Days, as `2026-11-25`, in UTC; both included. */
  from: string | null;
  to: string | null;
  search: string;
  /** The id of the last entry of the page before. */
  after: string | null;
};

const PATH = "/settings/audit-log";
const MAX_SEARCH = 100;

/** Reads the state from an address. What it does not understand is left out. */
export function readLogState(params: Record<string, string | string[] | undefined>): LogState {
  const one = (name: string) => (typeof params[name] === "string" ? params[name] : "");
  const [category, kind, after] = [one("category"), one("actor"), one("after")];
  return {
    category: Object.hasOwn(CATEGORIES, category) ? (category as Category) : null,
    kind: Object.hasOwn(ACTOR_KINDS, kind) ? (kind as Kind) : null,
    from: dayOf(one("from")),
    to: dayOf(one("to")),
    search: one("search").replaceAll("\0", "").toWellFormed().slice(0, MAX_SEARCH).trim(),
    after: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(after) ? after : null,
  };
}

/** The query of a state; what is not chosen is left out. A change of anything but the page starts at the first. */
export function logQuery(state: LogState, patch: Partial<LogState> = {}): string {
  const next = { ...state, after: null, ...patch };
  const params = new URLSearchParams();
  if (next.category) params.set("category", next.category);
  if (next.kind) params.set("actor", next.kind);
  if (next.from) params.set("from", next.from);
  if (next.to) params.set("to", next.to);
  if (next.search) params.set("search", next.search);
  if (next.after) params.set("after", next.after);
  return params.size > 0 ? `?${params}` : "";
}

/** The address of a state. */
export function logAddress(state: LogState, patch: Partial<LogState> = {}): string {
  return PATH + logQuery(state, patch);
}

/** The state as the service's filter: days become instants. */
export function filterOf({ category, kind, from, to, search }: LogState) {
  return {
    category: category ?? undefined,
    kind: kind ?? undefined,
    from: from ? startOf(from) : undefined,
    before: to ? dayAfter(to) : undefined,
    search: search || undefined,
  };
}
