"use client";

import { useRequest } from "@/components/api-keys/use-request";
import { Button } from "@/components/ui/button";
import { Dialog, DialogBody, DialogFooter } from "@/components/ui/dialog";
import { FormError } from "@/components/ui/form-error";
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
    <Dialog
      title={`Pause ${name}?`}
      size="sm"
      role="alertdialog"
      isOpen
      isDismissable={!isPending}
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      <DialogBody>
        <FormError>{failure}</FormError>
        <p>
          What happens until you resume it is not sent, then or later. What already waits for another attempt
          is tried when you resume.
        </p>
      </DialogBody>
      <DialogFooter>
        <Button onPress={onClose} isDisabled={isPending}>
          Cancel
        </Button>
        <Button variant="primary" isPending={isPending} pendingLabel="Pausing" onPress={submit}>
          Pause webhook
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
