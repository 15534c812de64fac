"use server";

import { z } from "zod";
import { action } from "@/lib/auth/action";
import { ResendFailed } from "@/lib/resources/webhook-delivery-shape";
import { ChangeWebhook } from "@/lib/resources/webhook-resource";
import * as webhooks from "@/lib/resources/webhook-service";
import { EVENTS } from "@/lib/webhooks/events";
import * as resending from "@/lib/webhooks/resend";
import { CreateWebhook, RotateWebhookSecret } from "@/lib/webhooks/schema";
import * as testing from "@/lib/webhooks/test-event";
import { nameOf } from "@/lib/webhooks/webhook";

const scope = "webhooks:write" as const;
const Id = z.strictObject({ id: z.uuid() });

export const createWebhook = action({
  scope,
  input: CreateWebhook,
  run: async (actor, input, now) => signing(await webhooks.createWebhook(actor, input, now)),
});

export const changeWebhook = action({
  scope,
  input: Id.extend({ patch: ChangeWebhook }),
  run: async (actor, { id, patch }, now) => {
    await webhooks.changeWebhook(actor, id, patch, now);
    return null;
  },
});

export const rotateWebhookSecret = action({
  scope,
  input: Id.extend(RotateWebhookSecret.shape),
  run: async (actor, { id, ...how }, now) => signing(await webhooks.rotateWebhookSecret(actor, id, how, now)),
});

export const deleteWebhook = action({
  scope,
  input: Id,
  run: async (actor, { id }, now) => {
    await webhooks.deleteWebhook(actor, id, now);
    return null;
  },
});

export const sendTest = action({
  scope,
  input: Id.extend({ event: z.enum(EVENTS) }),
  run: (actor, { id, event }, now) => testing.sendTest(actor, id, event, now),
});

export const resend = action({
  scope,
  input: Id.extend({ delivery: z.uuid() }),
  run: async (actor, { id, delivery }, now) => {
    await resending.resendDelivery(actor, id, delivery, now);
    return null;
  },
});

export const resendFailed = action({
  scope,
  input: Id.extend(ResendFailed.omit({ status: true }).shape),
  run: (actor, { id, ...period }, now) =>
    resending.resendFailed(actor, id, { statuses: resending.RESENDABLE, ...period }, now),
});

function signing(made: {
  description: string | null;
  url: string;
  secret: string;
  previous_secret_until: Date | null;
}) {
  return { name: nameOf(made), secret: made.secret, previousUntil: made.previous_secret_until };
}
