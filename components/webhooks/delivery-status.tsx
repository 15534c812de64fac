import { Badge } from "@/components/ui/badge";
import { RelativeTime } from "@/components/ui/time";
import type { DeliveryView } from "@/lib/webhooks/delivery-view";
import { STANDINGS, standingOf } from "./delivery-text";

/** How a delivery stands, as a coloured label. */
export function DeliveryStatusBadge({ delivery }: { delivery: DeliveryView }) {
  const { label, tone } = STANDINGS[standingOf(delivery)];
  return (
    <Badge tone={tone} dot>
      {label}
    </Badge>
  );
}

/** When a delivery is tried next; not before its webhook sends again where that is off. */
export function NextAttempt({ at, isOff }: { at: Date | null; isOff: boolean }) {
  if (at === null) return "—";
  if (isOff) return "When resumed";
  return at.getTime() <= Date.now() ? "Now" : <RelativeTime value={at} />;
}
