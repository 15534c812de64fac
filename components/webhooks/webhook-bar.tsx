"use client";

import { CirclePlay, Pencil, Send } from "lucide-react";
import { Button } from "@/components/ui/button";
import type { WebhookView } from "@/lib/webhooks/webhook";
import { useWebhookDeeds } from "./use-webhook-deeds";
import { deedsOf } from "./webhook-deeds";
import { useWebhooks } from "./webhook-dialogs";
import { WebhookMenu } from "./webhook-menu";

/** What can be done to the webhook of this page. */
export function WebhookBar({ webhook }: { webhook: WebhookView }) {
  const { act, dialog } = useWebhookDeeds();
  const deeds = deedsOf(webhook, useWebhooks().role);
  if (deeds.length === 0) return null;
  return (
    <>
      {deeds.includes("resume") ? (
        <Button variant="primary" onPress={() => act("resume", webhook)}>
          <CirclePlay aria-hidden />
          Resume
        </Button>
      ) : null}
      {deeds.includes("test") ? (
        <Button onPress={() => act("test", webhook)}>
          <Send aria-hidden />
          Send a test event
        </Button>
      ) : null}
      <Button onPress={() => act("edit", webhook)}>
        <Pencil aria-hidden />
        Edit
      </Button>
      <WebhookMenu name={webhook.name} deeds={deeds} onChoose={(deed) => act(deed, webhook)} />
      {dialog}
    </>
  );
}
