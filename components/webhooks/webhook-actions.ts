import type { z } from "zod";
import type { Answer } from "@/lib/errors";
import type { DeliveryView } from "@/lib/webhooks/delivery-view";
import type { EventType } from "@/lib/webhooks/events";
import type { CreateWebhook, RotateWebhookSecret } from "@/lib/webhooks/schema";

export type WebhookInput = z.input<typeof CreateWebhook>;

/** A webhook that was just given a secret, which lives in memory until its dialog closes. */
export type Signing = {
  name: string;
  secret: string;
  /** Until when the secret before still signs beside it. */
  previousUntil: Date | null;
};

/** What the pages of webhooks can ask the server to do. */
export type WebhookActions = {
  create: (input: WebhookInput) => Promise<Answer<Signing>>;
  change: (input: { id: string; patch: Partial<WebhookInput> }) => Promise<Answer<null>>;
  rotate: (input: { id: string } & z.input<typeof RotateWebhookSecret>) => Promise<Answer<Signing>>;
  remove: (input: { id: string }) => Promise<Answer<null>>;
  resend: (input: { id: string; delivery: string }) => Promise<Answer<null>>;
  /** `from` and `to` in ISO 8601. */
  resendFailed: (input: {
    id: string;
    from: string;
    to?: string;
  }) => Promise<Answer<{ resent: number; remaining: number }>>;
  sendTest: (input: { id: string; event: EventType }) => Promise<Answer<DeliveryView>>;
};
