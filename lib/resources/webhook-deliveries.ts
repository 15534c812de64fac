import { endpoint } from "@/lib/api/endpoint";
import { list, one } from "@/lib/api/envelope";
import { paginate } from "@/lib/api/pagination";
import { listDeliveries, readDelivery } from "@/lib/webhooks/deliveries";
import { resendDelivery, resendFailed } from "@/lib/webhooks/resend";
import { sendTest } from "@/lib/webhooks/test-event";
import { idOf } from "./id-of";
import {
  Delivery,
  DeliveryInFull,
  DeliveryQuery,
  deliveryParams,
  ResendFailed,
  Resent,
  SendTest,
} from "./webhook-delivery-shape";

const path = "/webhooks/{id}/deliveries";
const params = idOf("Webhook");
const READS = "The key must also be able to read what the webhook tells of.";

/** What became of what webhooks were to be told. */
export const webhookDeliveries = {
  test: endpoint({
    method: "POST",
    path: "/webhooks/{id}/test",
    id: "webhooks.test",
    summary: "Send one webhook a test event",
    description: `The data is that of the documentation’s examples, and nobody’s. It is sent at once and once, also where the webhook is disabled, and the answer tells what came of it; with an \`Idempotency-Key\` it is sent after the answer. ${READS}`,
    scope: "webhooks:write",
    params,
    body: SendTest,
    response: one(Delivery),
    location: ({ webhook_id, id }) => `${path.replace("{id}", webhook_id)}/${id}`,
    run: ({ actor, params: { id }, body: { event }, now }) => sendTest(actor, id, event, now),
  }),

  list: endpoint({
    method: "GET",
    path,
    id: "webhooks.list-deliveries",
    summary: "List the deliveries of one webhook, newest first",
    description: `They are kept for 30 days; what still waits then, until it is over. ${READS}`,
    scope: "webhooks:read",
    params,
    query: DeliveryQuery,
    response: list(Delivery),
    run: ({ actor, params: { id }, query }) =>
      paginate(path.replace("{id}", id), query, (slice) => listDeliveries(actor, id, query, slice)),
  }),

  resendFailed: endpoint({
    method: "POST",
    path: `${path}/resend`,
    id: "webhooks.resend-deliveries",
    summary: "Send again what failed in a period",
    description: `At most 1,000 at once, the oldest first; tests are left out. ${READS}`,
    scope: "webhooks:write",
    params,
    body: ResendFailed,
    response: one(Resent),
    errors: ["conflict"],
    run: ({ actor, params: { id }, body: { status, ...period }, now }) =>
      resendFailed(actor, id, { statuses: [status], ...period }, now),
  }),

  get: endpoint({
    method: "GET",
    path: `${path}/{delivery_id}`,
    id: "webhooks.get-delivery",
    summary: "Get one delivery with what was sent and answered",
    description: READS,
    scope: "webhooks:read",
    params: deliveryParams,
    response: one(DeliveryInFull),
    run: ({ actor, params: { id, delivery_id } }) => readDelivery(actor, id, delivery_id),
  }),

  resend: endpoint({
    method: "POST",
    path: `${path}/{delivery_id}/resend`,
    id: "webhooks.resend-delivery",
    summary: "Send one delivery again",
    description: `Whatever became of it, under the same \`webhook-id\`. It is on its way when the answer comes. ${READS}`,
    scope: "webhooks:write",
    params: deliveryParams,
    response: one(Delivery),
    errors: ["conflict"],
    run: ({ actor, params: { id, delivery_id }, now }) => resendDelivery(actor, id, delivery_id, now),
  }),
};
