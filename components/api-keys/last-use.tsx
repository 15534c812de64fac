import { Callout } from "@/components/ui/callout";
import { RelativeTime } from "@/components/ui/time";
import { isInUse } from "./in-use";
import type { KeySummary } from "./key-summary";

/** When a key was last used, with a warning where that was lately. */
export function LastUse({ row }: { row: KeySummary }) {
  if (row.last_used_at === null) return <p className="text-text-muted">It was never used.</p>;
  const inUse = isInUse(row);
  return (
    <Callout tone={inUse ? "warning" : "info"}>
      Last used <RelativeTime value={row.last_used_at} isPast />
      {row.last_used_ip ? ` from ${row.last_used_ip}` : ""}.
      {inUse ? " Whatever called with it then will stop working." : ""}
    </Callout>
  );
}
