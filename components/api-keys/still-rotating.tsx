import { keyAddress } from "@/components/key-page/page-state";
import { Callout } from "@/components/ui/callout";
import { Link } from "@/components/ui/link";
import { ExactTime } from "@/components/ui/time";
import type { KeySummary } from "./key-summary";

/** Why a key cannot be rotated again yet, and what can be done about it. */
export function StillRotating({
  row,
  until,
  onLeave,
}: {
  row: KeySummary;
  /** The end of the key that it took over from. */
  until: Date;
  onLeave: () => void;
}) {
  return (
    <Callout tone="warning" title="Its last rotation is not finished">
      The key that this one took over from still works, until <ExactTime value={until} />. Rotate again after
      that, or choose “Finish now” on{" "}
      <Link href={keyAddress(row.id)} prefetch={false} onClick={onLeave}>
        the key’s page
      </Link>
      .
    </Callout>
  );
}
