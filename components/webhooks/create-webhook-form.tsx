"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { DialogBody, DialogFooter } from "@/components/ui/dialog";
import { FormError } from "@/components/ui/form-error";
import type { Role } from "@/lib/access/roles";
import type { Signing, WebhookActions } from "./webhook-actions";
import { placeFaults, useWebhookForm, WebhookFields } from "./webhook-fields";

/** The form of a new webhook. Hands it up with its secret; what is wrong stands at its field. */
export function CreateWebhookForm({
  role,
  create,
  onCreated,
  onCancel,
  onPending,
}: {
  role: Role;
  create: WebhookActions["create"];
  onCreated: (signing: Signing) => void;
  onCancel: () => void;
  /** Told when a request starts and ends, since the dialog must not close meanwhile. */
  onPending: (isPending: boolean) => void;
}) {
  const [failure, setFailure] = useState<string>();
  const form = useWebhookForm({ url: "", description: null, events: [] });
  const { isSubmitting } = form.formState;

  async function submit() {
    setFailure(undefined);
    onPending(true);
    const answer = await create(form.getValues());
    onPending(false);
    if (answer.ok) onCreated(answer.data);
    else setFailure(placeFaults(form, answer.errors));
  }

  return (
    <form noValidate className="contents" onSubmit={form.handleSubmit(submit)}>
      <DialogBody className="gap-5">
        <FormError>{failure}</FormError>
        <WebhookFields form={form} role={role} />
      </DialogBody>
      <DialogFooter>
        <Button onPress={onCancel} isDisabled={isSubmitting}>
          Cancel
        </Button>
        <Button type="submit" variant="primary" isPending={isSubmitting} pendingLabel="Creating the webhook">
          Create webhook
        </Button>
      </DialogFooter>
    </form>
  );
}
