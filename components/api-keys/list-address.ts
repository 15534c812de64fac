import { isScope, type Scope } from "@/lib/access/scopes";
import { STATUSES, type Status } from "@/lib/api-keys/status";

/** How the list of keys is filtered, sorted and paged: all of it stands in the address. */
export type ListState = {
  status: Status | "current" | "all";
  search: string;
  scope: Scope | null;
  sort: { by: SortColumn; descending: boolean };
  page: number;
};

export type SortColumn = "name" | "created_at" | "last_used_at" | "expires_at";

const PATH = "/settings/api-keys";
const COLUMNS: readonly string[] = [
  "name",
  "created_at",
  "last_used_at",
  "expires_at",
] satisfies SortColumn[];
const NEWEST_FIRST = "-created_at";
const MAX_PAGE = 10_000;

/** Reads the state from an address. What it does not understand falls back to the default. */
export function readListState(params: Record<string, string | string[] | undefined>): ListState {
  const one = (name: string) => {
    const value = params[name];
    return typeof value === "string" ? value : "";
  };
  const status = one("status");
  const sort = one("sort").replace(/^-/, "");
  const page = Number(one("page"));
  return {
    status:
      status === "all" || (STATUSES as readonly string[]).includes(status) ? (status as Status) : "current",
    search: searchText(one("search")),
    scope: isScope(one("scope")) ? (one("scope") as Scope) : null,
    sort: COLUMNS.includes(sort)
      ? { by: sort as SortColumn, descending: one("sort").startsWith("-") }
      : { by: "created_at", descending: true },
    page: Number.isInteger(page) && page >= 1 && page <= MAX_PAGE ? page : 1,
  };
}

/** The address of a state; what is at its default is left out. A change of anything but the page starts at page 1. */
export function listAddress(state: ListState, patch: Partial<ListState> = {}): string {
  const next = { ...state, page: 1, ...patch };
  const params = new URLSearchParams();
  if (next.status !== "current") params.set("status", next.status);
  if (next.search) params.set("search", next.search);
  if (next.scope) params.set("scope", next.scope);
  const sort = `${next.sort.descending ? "-" : ""}${next.sort.by}`;
  if (sort !== NEWEST_FIRST) params.set("sort", sort);
  if (next.page > 1) params.set("page", String(next.page));
  return params.size > 0 ? `${PATH}?${params}` : PATH;
}

/**
 * What to search for when somebody types this. A key, or a piece of one, must not reach the address, so only its last
 * four characters remain: of whatever follows the prefix, and of every run that looks random.
 */
export function searchText(typed: string): string {
  return typed
    .replaceAll("\0", "")
    .toWellFormed()
    .replace(/pk_live_([\w-]+)/gi, (_, secret: string) => secret.slice(-4))
    .replace(/[\w-]{12,}/g, (run) => (looksRandom(run) ? run.slice(-4) : run))
    .slice(0, 100)
    .trim();
}

function looksRandom(run: string): boolean {
  const kinds = [/[a-z]/, /[A-Z]/, /\d/].filter((kind) => kind.test(run)).length;
  return kinds === 3 || (kinds === 2 && run.length >= 24);
}
