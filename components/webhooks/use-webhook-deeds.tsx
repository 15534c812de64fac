"use client";

import { type ReactNode, useState } from "react";
import { faultText } from "@/components/api-keys/ask";
import { useSend } from "@/components/api-keys/use-send";
import { toast } from "@/components/ui/toast";
import type { WebhookView } from "@/lib/webhooks/webhook";
import { DeleteWebhookDialog } from "./delete-webhook-dialog";
import { EditWebhookDialog } from "./edit-webhook-dialog";
import { PauseWebhookDialog } from "./pause-webhook-dialog";
import { TestEventDialog } from "./test-event-dialog";
import type { WebhookDeed } from "./webhook-deeds";
import { useWebhooks } from "./webhook-dialogs";

type Asked = { deed: Exclude<WebhookDeed, "rotate" | "resume">; webhook: WebhookView };

/** What choosing from a webhook's menu does: resume at once, rotate in the WebhookDialogs around, the rest asked in `dialog`. */
export function useWebhookDeeds(): {
  act: (deed: WebhookDeed, webhook: WebhookView) => void;
  dialog: ReactNode;
} {
  const send = useSend();
  const { rotate, role, actions } = useWebhooks();
  const [asked, setAsked] = useState<Asked | null>(null);

  async function resume({ id, name }: WebhookView) {
    const answer = await send(() => actions.change({ id, patch: { enabled: true } }));
    if (answer.ok) toast(`${name} sends again`);
    else if (answer.errors.length > 0)
      toast(`${name} was not resumed`, { tone: "danger", description: faultText(answer.errors) });
  }

  function act(deed: WebhookDeed, webhook: WebhookView) {
    if (deed === "resume") void resume(webhook);
    else if (deed === "rotate") rotate(webhook);
    else setAsked({ deed, webhook });
  }

  function dialogOf({ deed, webhook }: Asked): ReactNode {
    const about = { webhook, onClose: () => setAsked(null) };
    switch (deed) {
      case "test":
        return <TestEventDialog {...about} role={role} sendTest={actions.sendTest} />;
      case "edit":
        return <EditWebhookDialog {...about} role={role} change={actions.change} />;
      case "pause":
        return <PauseWebhookDialog {...about} change={actions.change} />;
      case "delete":
        return <DeleteWebhookDialog {...about} remove={actions.remove} />;
    }
  }

  return { act, dialog: asked && dialogOf(asked) };
}
