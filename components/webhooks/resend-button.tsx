"use client";

import { RotateCw } from "lucide-react";
import { useState } from "react";
import { faultText } from "@/components/api-keys/ask";
import { useSend } from "@/components/api-keys/use-send";
import { Button, IconButton } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import type { DeliveryView } from "@/lib/webhooks/delivery-view";
import { useWebhooks } from "./webhook-dialogs";

/** Has one delivery tried again at once. */
export function ResendButton({
  delivery: { id, webhook_id, event_type },
  isIcon = false,
}: {
  delivery: DeliveryView;
  /** In a row of many. */
  isIcon?: boolean;
}) {
  const send = useSend();
  const { actions } = useWebhooks();
  const [isPending, setPending] = useState(false);

  async function resend() {
    setPending(true);
    const answer = await send(() => actions.resend({ id: webhook_id, delivery: id }));
    setPending(false);
    if (answer.ok) toast(`${event_type} is on its way again`);
    else toast("It was not sent again", { tone: "danger", description: faultText(answer.errors) });
  }

  if (isIcon) {
    return (
      <IconButton
        aria-label={`Resend ${event_type}`}
        size="sm"
        onPress={() => {
          if (!isPending) void resend();
        }}
      >
        <RotateCw aria-hidden className={isPending ? "animate-spin" : undefined} />
      </IconButton>
    );
  }
  return (
    <Button isPending={isPending} pendingLabel="Sending it again" onPress={resend}>
      <RotateCw aria-hidden />
      Resend
    </Button>
  );
}
