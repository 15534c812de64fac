import type { Chore } from "@/lib/chores";
import { db } from "@/lib/db";
import { log } from "@/lib/log";
import { disable, type Receiver } from "./disable";
import { FAILING_MS, FAILURES } from "./health";

/** Finds receivers that have only failed for too long, also where there is nothing to send them just now. */
export const failingSweep: Chore = { name: "webhooks.failing", every: 5 * 60_000, run: disableFailing };

/** Disables the webhooks whose receivers have only failed for five days, and often enough to say that of them. */
export async function disableFailing(now: Date): Promise<void> {
  const found = await db().$queryRaw<Receiver[]>`
    SELECT id, organization_id, url FROM webhooks w
     WHERE enabled AND failing_since <= ${new Date(now.getTime() - FAILING_MS)}
       AND ${FAILURES} = (
         SELECT count(*) FROM (
           SELECT FROM deliveries d
             JOIN delivery_attempts a ON a.organization_id = d.organization_id AND a.delivery_id = d.id
            WHERE d.organization_id = w.organization_id AND d.webhook_id = w.id
              AND d.status IN ('pending', 'failed') AND NOT d.test AND d.last_error IS NOT NULL
              AND a.at + a.duration_ms * interval '1 ms' >= w.failing_since
            LIMIT ${FAILURES}) failures)
     ORDER BY id`;
  for (const receiver of found) {
    try {
      await disable(receiver, "failing", now);
    } catch (error) {
      // The others are not to wait for this one, which is found again.
      log().warn({ err: error, webhook: receiver.id }, "failing webhook not disabled");
    }
  }
}
