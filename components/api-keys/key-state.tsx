import { RelativeTime } from "@/components/ui/time";
import type { KeySummary } from "./key-summary";
import { StatusBadge } from "./status-badge";

/** A key's state; of a revoked one also since when, and why. */
export function KeyState({ row }: { row: KeySummary }) {
  return (
    // Its third line goes into the cell's padding, so that all rows of the table are of one height.
    <span className="-my-1.5 flex min-w-0 flex-col items-start gap-x-2 stacked:my-0 stacked:flex-row">
      <StatusBadge status={row.status} />
      {row.revoked_at ? (
        <RelativeTime
          value={row.revoked_at}
          isPast
          note={row.revoked_reason}
          className="max-w-full min-w-0 text-xs text-text-muted"
        />
      ) : null}
    </span>
  );
}
