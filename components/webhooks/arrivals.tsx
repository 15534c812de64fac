import { Renewal } from "@/components/key-page/live";
import type { DeliveryView } from "@/lib/webhooks/delivery-view";

/** While an attempt is made, the next one is said to be 15 seconds away. */
const SOON_MS = 20_000;

/** Has the page show what comes of the deliveries on it that are tried now or within seconds. */
export function Arrivals({
  deliveries,
  isOff,
}: {
  deliveries: Pick<DeliveryView, "next_attempt_at">[];
  /** Whether the webhook sends nothing for the time being. */
  isOff: boolean;
}) {
  const soon = Date.now() + SOON_MS;
  const areDue = deliveries.some(({ next_attempt_at: at }) => at !== null && at.getTime() <= soon);
  return areDue && !isOff ? <Renewal everyMs={3_000} /> : null;
}
