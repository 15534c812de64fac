import { keyAddress } from "@/components/key-page/page-state";
import { Badge } from "@/components/ui/badge";
import { Link } from "@/components/ui/link";
import { RelativeTime } from "@/components/ui/time";
import { isLiving } from "@/lib/api-keys/status";
import type { KeySummary } from "./key-summary";
import { StatusBadge } from "./status-badge";

/**
 * A key's state; of a revoked one also since when, and why; of a rotated one which half it is, and the way to both; of
 * one that nobody uses that it is disabled soon.
 */
export function KeyState({ row, isIdle }: { row: KeySummary; isIdle: boolean }) {
  return (
    // Its third line goes into the cell's padding, so that all rows of the table are of one height.
    <span className="-my-1.5 flex min-w-0 flex-col items-start gap-x-2 stacked:my-0 stacked:flex-row">
      <span className="flex flex-wrap gap-x-1">
        <StatusBadge status={row.status} />
        {row.leaked_at && isLiving(row.status) ? <Badge tone="danger">Leaked</Badge> : null}
      </span>
      {row.revoked_at ? (
        <RelativeTime
          value={row.revoked_at}
          isPast
          note={row.revoked_reason}
          className="max-w-full min-w-0 text-xs text-text-muted"
        />
      ) : row.rotated_to || row.rotated_from ? (
        <Link
          href={keyAddress(row.id)}
          prefetch={false}
          className="inline-flex min-h-6 items-center text-xs whitespace-nowrap"
        >
          Rotated: {row.rotated_to ? "old" : "new"} half
        </Link>
      ) : isIdle ? (
        <Link
          href={keyAddress(row.id)}
          prefetch={false}
          className="inline-flex min-h-6 items-center text-xs whitespace-nowrap"
        >
          Idle: off soon
        </Link>
      ) : null}
    </span>
  );
}
