import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { person as actorOf, NOWHERE } from "@/lib/access/actor";
import { db, type Prisma } from "@/lib/db";
import { createWebhook } from "@/lib/resources/webhook-service";
import { type Receiver, startReceiver } from "@/lib/testing/receiver";
import type { CreateWebhook } from "@/lib/webhooks/schema";
import { test as base } from "./keys";
import type { Person } from "./people";

/** A test that begins signed in, with somebody's program that webhooks can be sent to. */
export const test = base.extend<{ receiver: Receiver }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern
  receiver: async ({}, use) => {
    const receiver = await startReceiver();
    answerWith(receiver, 200);
    await use(receiver);
    await receiver.stop();
  },
});

/** How the receiver answers from now on. */
export function answerWith(receiver: Receiver, status: number): void {
  receiver.answer = () => ({ status, body: "Read by the receiver" });
}

type Given = Partial<z.output<typeof CreateWebhook>>;

/** Makes a webhook of an admin in somebody's organization; `columns` are set behind the service's back. */
export async function seedWebhook(
  { organizationId: organization_id }: Person,
  given: Given,
  columns: Prisma.WebhookUncheckedUpdateInput = {},
): Promise<{ id: string; secret: string }> {
  const where = { organization_id, role: "admin" as const };
  const admin = actorOf(await db().user.findFirstOrThrow({ where }), NOWHERE, new Date());
  const input = { url: "https://hooks.example.com/in", events: ["candidate.created" as const], ...given };
  const made = await createWebhook(admin, input, new Date());
  if (Object.keys(columns).length > 0) await db().webhook.update({ where: { id: made.id }, data: columns });
  return made;
}

/** Makes deliveries of a webhook, the first the newest, a minute between each; all of candidate.created unless said otherwise. */
export async function seedDeliveries(
  { organizationId: organization_id }: Person,
  webhook_id: string,
  deliveries: Partial<Prisma.DeliveryCreateManyInput>[],
): Promise<string[]> {
  const rows = deliveries.map((delivery, index) => ({
    id: randomUUID(),
    organization_id,
    webhook_id,
    event_type: "candidate.created",
    status: "delivered" as const,
    attempts: 1,
    last_status_code: 200,
    last_duration_ms: 87,
    created_at: new Date(Date.now() - (index + 1) * 60_000),
    ...delivery,
  }));
  const events = rows.map(({ event_type: type, created_at }) => ({
    id: randomUUID(),
    organization_id,
    type,
    data: { full_name: "Ada Lovelace" },
    created_at,
    to_dispatch: false,
  }));
  await db().event.createMany({ data: events });
  await db().delivery.createMany({
    data: rows.map((row, index) => ({ ...row, event_id: events[index]?.id ?? null })),
  });
  return rows.map(({ id }) => id);
}

export const FAILED = {
  status: "failed",
  attempts: 10,
  last_status_code: 503,
  last_error: "status",
} as const;
