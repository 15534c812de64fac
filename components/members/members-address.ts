/** What the members page shows: all of it stands in the address. */
export type MembersState = { show: "present" | "invitations" | "former"; search: string; page: number };

const PATH = "/settings/members";
const MAX_PAGE = 10_000;

type Params = Record<string, string | string[] | undefined>;

/** Reads the state from an address. What it does not understand falls back to the default. */
export function readMembersState(params: Params): MembersState {
  const show = params.show === "invitations" || params.show === "former" ? params.show : "present";
  const page = Number(params.page);
  return {
    show,
    search: readSearch(params.search),
    page: Number.isInteger(page) && page >= 1 && page <= MAX_PAGE ? page : 1,
  };
}

/** A search text as an address carries it. */
export function readSearch(value: string | string[] | undefined): string {
  return typeof value === "string" ? value.replaceAll("\0", "").toWellFormed().slice(0, 100).trim() : "";
}

/** The address of a state; what is at its default is left out. A change of anything but the page starts at page 1. */
export function membersAddress(state: MembersState, patch: Partial<MembersState> = {}): string {
  const next = { ...state, page: 1, ...patch };
  const params = new URLSearchParams();
  if (next.show !== "present") params.set("show", next.show);
  if (next.search && next.show !== "invitations") params.set("search", next.search);
  if (next.page > 1) params.set("page", String(next.page));
  return params.size > 0 ? `${PATH}?${params}` : PATH;
}
