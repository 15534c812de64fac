"use client";

import { usePathname, useRouter } from "next/navigation";
import { useRequest } from "@/components/api-keys/use-request";
import { Button } from "@/components/ui/button";
import { Dialog, DialogBody, DialogFooter } from "@/components/ui/dialog";
import { FormError } from "@/components/ui/form-error";
import { toast } from "@/components/ui/toast";
import type { WebhookView } from "@/lib/webhooks/webhook";
import type { WebhookActions } from "./webhook-actions";
import { listAddress, webhookAddress } from "./webhook-address";

/** Deletes a webhook, and leads away from its page. */
export function DeleteWebhookDialog({
  webhook: { id, name, host },
  remove,
  onClose,
}: {
  webhook: WebhookView;
  remove: WebhookActions["remove"];
  onClose: () => void;
}) {
  const router = useRouter();
  const isOnItsPage = usePathname() === webhookAddress(id);
  const { isPending, failure, send } = useRequest();

  function submit() {
    void send(
      () => remove({ id }),
      () => {
        toast(`${name} was deleted`);
        if (isOnItsPage) router.replace(listAddress());
        else onClose();
      },
    );
  }

  return (
    <Dialog
      title={`Delete ${name}?`}
      size="sm"
      role="alertdialog"
      isOpen
      isDismissable={!isPending}
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      <DialogBody>
        <FormError>{failure}</FormError>
        <p>
          Nothing is sent to {host} any more, and what was sent can no longer be looked at. This cannot be
          undone.
        </p>
      </DialogBody>
      <DialogFooter>
        <Button onPress={onClose} isDisabled={isPending}>
          Cancel
        </Button>
        <Button variant="danger" isPending={isPending} pendingLabel="Deleting" onPress={submit}>
          Delete webhook
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
