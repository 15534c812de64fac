import { RelativeTime } from "@/components/ui/time";

/** When something was last used, in a cell. */
export function UsedAt({ at }: { at: Date | null }) {
  return at ? <RelativeTime value={at} isPast /> : <span className="text-text-muted">Never</span>;
}
