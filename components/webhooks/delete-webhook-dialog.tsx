"use client";

import { usePathname, useRouter } from "next/navigation";
import { useRequest } from "@/components/api-keys/use-request";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
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
  const { isPending, failure, send } = useRequest({ leaves: isOnItsPage });

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
    <ConfirmDialog
      title={`Delete ${name}?`}
      confirm="Delete webhook"
      pendingLabel="Deleting"
      isPending={isPending}
      failure={failure}
      onConfirm={submit}
      onClose={onClose}
    >
      <p>
        Nothing is sent to {host} any more, and what was sent can no longer be looked at. This cannot be
        undone.
      </p>
    </ConfirmDialog>
  );
}
