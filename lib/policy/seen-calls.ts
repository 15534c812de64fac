import { type Actor, requireScope } from "@/lib/access/actor";
import { change } from "@/lib/change";
import type { SeenCalls } from "./schema";

/**
 * Notes that an admin has seen the calls with a dead key, up to the latest that was on their screen: it is found again
 * as soon as there is a later one. Again, or for an earlier one, it changes nothing.
 */
export async function markCallsSeen(actor: Actor, { id, until }: SeenCalls, now: Date): Promise<void> {
  requireScope(actor, "api-keys:manage");
  const seen = until < now ? until : now;
  await change(actor, async (tx, record) => {
    const { count } = await tx.apiKey.updateMany({
      where: {
        id,
        organization_id: actor.organizationId,
        OR: [{ dead_calls_seen_at: null }, { dead_calls_seen_at: { lt: seen } }],
      },
      data: { dead_calls_seen_at: seen },
    });
    if (count > 0) record.audit("api_key.dead_calls_seen", "api_key", id, { until: seen.toISOString() });
  });
}
