"use client";

import { useState } from "react";
import type { z } from "zod";
import { useSend } from "@/components/api-keys/use-send";
import { FormDialog } from "@/components/ui/form-dialog";
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
  const send = useSend();
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
    const answer = await send(() => change({ id, patch }));
    if (!answer.ok) return setFailure(placeFaults(form, answer.errors));
    toast(`${patch.description ?? name} was changed`);
    onClose();
  }

  return (
    <FormDialog
      title="Edit webhook"
      description={name}
      size="lg"
      gap="gap-5"
      submit="Save changes"
      pendingLabel="Saving"
      isPending={isSubmitting}
      failure={failure}
      onSubmit={form.handleSubmit(submit)}
      onClose={onClose}
    >
      <WebhookFields form={form} role={role} />
    </FormDialog>
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
