import { endpoint } from "@/lib/api/endpoint";
import { one } from "@/lib/api/envelope";
import { requireDeliverable } from "@/lib/webhooks/address";
import { RotateWebhookSecret } from "@/lib/webhooks/schema";
import { crud } from "./crud";
import { idOf } from "./id-of";
import { READS, requireMakeable, webhook } from "./webhook-resource";
import { deleteWebhook, makeWebhook, requireSendable, rotateWebhookSecret } from "./webhook-service";
import { WebhookWithSecret } from "./webhook-shape";

const { list, create, get, update, remove } = crud(webhook);

export const webhooks = {
  list,
  create: {
    ...create,
    response: one(WebhookWithSecret),
    secret: true as const,
    check: async ({ actor, body, now }: Parameters<typeof create.run>[0]) => {
      requireMakeable(actor, body, now);
      await requireDeliverable(body.url);
    },
    run: ({ actor, now, body }: Parameters<typeof create.run>[0]) => makeWebhook(actor, body, now),
  },
  get,
  update: {
    ...update,
    check: ({ actor, now, params: { id }, body }: Parameters<typeof update.run>[0]) =>
      requireSendable(actor, id, body, now),
  },
  remove: {
    ...remove,
    run: ({ actor, now, params: { id } }: Parameters<typeof remove.run>[0]) => deleteWebhook(actor, id, now),
  },
  rotate: endpoint({
    method: "POST",
    path: "/webhooks/{id}/rotate",
    id: "webhooks.rotate",
    summary: "Replace the signing secret of one webhook",
    description: `For a day, or as long as \`overlap_seconds\` says, what is sent is signed with both the new secret and the one before, so that receivers can change over. ${READS}`,
    scope: "webhooks:write",
    params: idOf("Webhook"),
    body: RotateWebhookSecret,
    response: one(WebhookWithSecret),
    secret: true,
    run: ({ actor, now, params: { id }, body }) => rotateWebhookSecret(actor, id, body, now),
  }),
};
