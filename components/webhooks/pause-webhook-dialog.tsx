"use client";

import { useRequest } from "@/components/api-keys/use-request";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toast } from "@/components/ui/toast";
import type { WebhookView } from "@/lib/webhooks/webhook";
import type { WebhookActions } from "./webhook-actions";

/** Has a webhook send nothing for the time being. */
export function PauseWebhookDialog({
  webhook: { id, name },
  change,
  onClose,
}: {
  webhook: WebhookView;
  change: WebhookActions["change"];
  onClose: () => void;
}) {
  const { isPending, failure, send } = useRequest();

  function submit() {
    void send(
      () => change({ id, patch: { enabled: false } }),
      () => {
        toast(`${name} is paused`);
        onClose();
      },
    );
  }

  return (
    <ConfirmDialog
      title={`Pause ${name}?`}
      confirm="Pause webhook"
      pendingLabel="Pausing"
      variant="primary"
      isPending={isPending}
      failure={failure}
      onConfirm={submit}
      onClose={onClose}
    >
      <p>
        What happens until you resume it is not sent, then or later. What already waits for another attempt is
        tried when you resume.
      </p>
    </ConfirmDialog>
  );
}
