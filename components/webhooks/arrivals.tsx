import { Renewal } from "@/components/key-page/live";
import type { DeliveryView } from "@/lib/webhooks/delivery-view";

/** While an attempt is made, the next one is said to be 15 seconds away. */
const SOON_MS = 20_000;
/** What has been due for longer waits for others, or for a worker: nobody looks on for so long. */
const LATE_MS = 60_000;

/** Has the page show what comes of the deliveries on it that are tried now or within seconds. */
export function Arrivals({
  deliveries,
  isOff,
}: {
  deliveries: Pick<DeliveryView, "next_attempt_at">[];
  /** Whether the webhook sends nothing for the time being. */
  isOff: boolean;
}) {
  const now = Date.now();
  const isDue = (at: Date) => at.getTime() >= now - LATE_MS && at.getTime() <= now + SOON_MS;
  const areDue = deliveries.some(({ next_attempt_at: at }) => at !== null && isDue(at));
  return areDue && !isOff ? <Renewal everyMs={3_000} /> : null;
}
