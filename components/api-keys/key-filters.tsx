import { LinkTabs } from "@/components/ui/link-tabs";
import { STATUSES } from "@/lib/api-keys/status";
import { type ListState, listAddress } from "./list-address";
import { STATUS_LABELS } from "./status-badge";

export type KeyCounts = Record<ListState["status"], number>;

/** The states that keys are in, each with its count; a state that no key is in is left out. */
export function KeyFilters({ state, counts }: { state: ListState; counts: KeyCounts }) {
  const order = ["current", "active", "expiring", ...STATUSES.toReversed(), "all"] as const;
  const shown = [...new Set(order)].filter(
    (status) => status === "current" || status === "all" || status === state.status || counts[status] > 0,
  );
  return (
    <LinkTabs
      label="Filter by status"
      items={shown.map((status) => ({
        label: status === "current" ? "Current" : status === "all" ? "All" : STATUS_LABELS[status].label,
        href: listAddress(state, { status }),
        isCurrent: status === state.status,
        count: counts[status],
      }))}
    />
  );
}
