import { randomUUID } from "node:crypto";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { person as actorOf, NOWHERE } from "@/lib/access/actor";
import { db, type Prisma } from "@/lib/db";
import * as webhooks from "@/lib/resources/webhooks";
import type { CreateWebhook } from "@/lib/webhooks/schema";
import { test as base } from "./keys";
import type { Person } from "./people";

type Received = { headers: IncomingHttpHeaders; body: string };

/** Somebody's program that webhooks are sent to: what it got, and the status that it answers with. */
export type Receiver = { url: string; received: Received[]; status: number };

/** A test that begins signed in, with a receiver. */
export const test = base.extend<{ receiver: Receiver }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern
  receiver: async ({}, use) => {
    const receiver: Receiver = { url: "", received: [], status: 200 };
    const server = createServer(async (request, response) => {
      const body = (await request.toArray()).join("");
      receiver.received.push({ headers: request.headers, body });
      response.writeHead(receiver.status, { "Content-Type": "text/plain" }).end("Read by the receiver");
    });
    await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
    receiver.url = `http://localhost:${(server.address() as AddressInfo).port}/hook?token=of-the-receiver`;
    await use(receiver);
    server.closeAllConnections();
    server.close();
  },
});

type Given = Parameters<(typeof CreateWebhook)["parse"]>[0] & Partial<ReturnType<typeof CreateWebhook.parse>>;

/** Makes a webhook behind the browser's back; `columns` are set behind the service's. */
export async function seedWebhook(
  { id, organizationId: organization_id }: Person,
  given: Given,
  columns: Prisma.WebhookUncheckedUpdateInput = {},
): Promise<{ id: string; secret: string }> {
  const admin = actorOf({ id, organization_id, role: "admin" }, NOWHERE, new Date());
  const input = { url: "https://hooks.example.com/in", events: ["candidate.created" as const], ...given };
  const made = await webhooks.createWebhook(admin, input, new Date());
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
