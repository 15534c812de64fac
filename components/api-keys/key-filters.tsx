import { LinkTabs } from "@/components/ui/link-tabs";
import { STATUSES } from "@/lib/api-keys/status";
import { type ListState, listAddress } from "./list-address";
import { STATUS_LABELS } from "./status-badge";

export type KeyCounts = Record<ListState["status"], number>;

/** The states that keys are in, each with its count, and what the chosen one means; a state that no key is in is left out. */
export function KeyFilters({ state, counts }: { state: ListState; counts: KeyCounts }) {
  const order = ["current", "active", "expiring", ...STATUSES.toReversed(), "all"] as const;
  const shown = [...new Set(order)].filter(
    (status) => status === "current" || status === "all" || status === state.status || counts[status] > 0,
  );
  return (
    <div className="flex flex-col gap-1.5">
      <LinkTabs
        label="Filter by status"
        items={shown.map((status) => ({
          label: status === "current" ? "Current" : status === "all" ? "All" : STATUS_LABELS[status].label,
          href: listAddress(state, { status }),
          isCurrent: status === state.status,
          count: counts[status],
        }))}
      />
      <p className="text-sm text-text-muted">{MEANINGS[state.status]}</p>
    </div>
  );
}

const MEANINGS: Record<ListState["status"], string> = {
  current: "Keys that work, and those that ended in the last 24 hours.",
  active: "Keys that work, and will for more than 7 days.",
  expiring: "Keys that work, but end within 7 days.",
  disabled: "Keys that are switched off, and can be switched on again.",
  expired: "Keys that reached their end.",
  revoked: "Keys that somebody revoked. They never work again.",
  all: "Every key that was ever made.",
};
