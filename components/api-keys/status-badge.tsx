import { Badge, type BadgeTone } from "@/components/ui/badge";
import type { Status } from "@/lib/api-keys/status";

/** A key's state as a coloured label. */
export function StatusBadge({ status }: { status: Status }) {
  const { label, tone } = STATUS_LABELS[status];
  return (
    <Badge tone={tone} dot>
      {label}
    </Badge>
  );
}

export const STATUS_LABELS: Record<Status, { label: string; tone: BadgeTone }> = {
  active: { label: "Active", tone: "success" },
  expiring: { label: "Expiring", tone: "warning" },
  disabled: { label: "Disabled", tone: "neutral" },
  expired: { label: "Expired", tone: "neutral" },
  revoked: { label: "Revoked", tone: "danger" },
};
