import type { ReactNode } from "react";
import { Callout } from "@/components/ui/callout";
import { WebhookDialogs } from "@/components/webhooks/webhook-dialogs";
import { currentPerson } from "@/lib/auth/session";
import {
  changeWebhook,
  createWebhook,
  deleteWebhook,
  resend,
  resendFailed,
  rotateWebhookSecret,
  sendTest,
} from "./actions";

/** Holds the dialogs of all pages of webhooks. Without scripts the list would seem to load for ever: it is streamed in by one. */
export default async function WebhooksLayout({ children }: { children: ReactNode }) {
  const { role } = await currentPerson();
  return (
    <WebhookDialogs
      role={role}
      actions={{
        create: createWebhook,
        change: changeWebhook,
        rotate: rotateWebhookSecret,
        remove: deleteWebhook,
        sendTest,
        resend,
        resendFailed,
      }}
    >
      <noscript>
        <Callout tone="warning" title="Webhooks need JavaScript here">
          Turn it on in your browser and load this page again, or use the API.
        </Callout>
      </noscript>
      {children}
    </WebhookDialogs>
  );
}
