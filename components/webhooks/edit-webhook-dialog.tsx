"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import type { z } from "zod";
import { ask, mayHaveChanged } from "@/components/api-keys/ask";
import { useStepUp } from "@/components/auth/step-up";
import { Button } from "@/components/ui/button";
import { Dialog, DialogBody, DialogFooter } from "@/components/ui/dialog";
import { FormError } from "@/components/ui/form-error";
import { toast } from "@/components/ui/toast";
import type { Role } from "@/lib/access/roles";
import type { SUBSCRIPTIONS } from "@/lib/webhooks/event-scopes";
import type { CreateWebhook } from "@/lib/webhooks/schema";
import type { WebhookView } from "@/lib/webhooks/webhook";
import type { WebhookActions, WebhookInput } from "./webhook-actions";
import { placeFaults, useWebhookForm, WebhookFields } from "./webhook-fields";

/** Changes where a webhook sends to, what it tells of, and what it is said to be for. Only what differs is sent. */
export function EditWebhookDialog({
  webhook,
  role,
  change,
  onClose,
}: {
  webhook: WebhookView;
  role: Role;
  change: WebhookActions["change"];
  onClose: () => void;
}) {
  const router = useRouter();
  const stepUp = useStepUp();
  const [failure, setFailure] = useState<string>();
  const { id, name, description } = webhook;
  const before = {
    url: webhook.url ?? "",
    description,
    events: webhook.events as (typeof SUBSCRIPTIONS)[number][],
  };
  const form = useWebhookForm(before);
  const { isSubmitting } = form.formState;

  async function submit(values: z.output<typeof CreateWebhook>) {
    const patch = changesOf(before, values);
    if (Object.keys(patch).length === 0) return onClose();
    setFailure(undefined);
    const answer = await stepUp(() => ask(change({ id, patch })));
    if (mayHaveChanged(answer)) router.refresh();
    if (!answer.ok) return setFailure(placeFaults(form, answer.errors));
    toast(`${patch.description ?? name} was changed`);
    onClose();
  }

  return (
    <Dialog
      title="Edit webhook"
      description={name}
      size="lg"
      isOpen
      isDismissable={!isSubmitting}
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      <form noValidate className="contents" onSubmit={form.handleSubmit(submit)}>
        <DialogBody className="gap-5">
          <FormError>{failure}</FormError>
          <WebhookFields form={form} role={role} />
        </DialogBody>
        <DialogFooter>
          <Button onPress={onClose} isDisabled={isSubmitting}>
            Cancel
          </Button>
          <Button type="submit" variant="primary" isPending={isSubmitting} pendingLabel="Saving">
            Save changes
          </Button>
        </DialogFooter>
      </form>
    </Dialog>
  );
}

function changesOf(before: WebhookInput, after: z.output<typeof CreateWebhook>): Partial<WebhookInput> {
  const { url, description, events } = after;
  return {
    ...(url === before.url ? {} : { url }),
    ...(description === before.description ? {} : { description }),
    ...(events.join() === before.events.join() ? {} : { events }),
  };
}
