import type { ReactNode } from "react";
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

/** Holds the dialogs of all pages of webhooks. */
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
      {children}
    </WebhookDialogs>
  );
}
