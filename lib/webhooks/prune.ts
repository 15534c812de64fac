import type { Chore } from "@/lib/chores";
import { db } from "@/lib/db";
import { firstIdAt } from "@/lib/first-id-at";
import { inPortions } from "./in-portions";

const DAY_MS = 86_400_000;
const KEPT_MS = 30 * DAY_MS;

/** Removes deliveries and events that are over. */
export const deliveriesSweep: Chore = { name: "webhooks.sweep", every: 60_000, run: sweepDeliveries };

/**
 * Removes deliveries of more than 30 days that are over, with their attempts and whatever came of them, or that wait for a
 * webhook whose owner left, which nobody can enable; and the events that no delivery tells of any more.
 */
export async function sweepDeliveries(now: Date): Promise<void> {
  const first = firstIdAt(new Date(now.getTime() - KEPT_MS));
  await inPortions(
    (most) => db().$executeRaw`
      DELETE FROM deliveries WHERE id IN (
        SELECT id FROM deliveries d
         WHERE id < ${first}::uuid
           AND (status <> 'pending' OR webhook_id IN (SELECT w.id FROM webhooks w JOIN users u ON u.id = w.owner_id
                                                       WHERE NOT w.enabled AND u.disabled_at IS NOT NULL))
         ORDER BY id LIMIT ${most})`,
  );
  await inPortions(
    (most) => db().$executeRaw`
      DELETE FROM events WHERE id IN (
        SELECT id FROM events e WHERE id < ${first}::uuid AND NOT EXISTS (SELECT FROM deliveries d WHERE d.event_id = e.id)
         ORDER BY id LIMIT ${most})`,
  );
}
