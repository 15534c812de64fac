"use client";

import { type FormEvent, useState } from "react";
import { faultText } from "@/components/api-keys/ask";
import { Button } from "@/components/ui/button";
import { DialogBody, DialogFooter } from "@/components/ui/dialog";
import { FormError } from "@/components/ui/form-error";
import { Select } from "@/components/ui/select";
import { ExactTime } from "@/components/ui/time";
import { OVERLAP_SECONDS } from "@/lib/webhooks/schema";
import type { WebhookView } from "@/lib/webhooks/webhook";
import type { Signing, WebhookActions } from "./webhook-actions";

const OVERLAPS = [
  { seconds: 0, label: "None" },
  { seconds: 3_600, label: "1 hour" },
  { seconds: OVERLAP_SECONDS, label: "24 hours" },
];

/** Asks for how long the secret before signs as well. Hands up the new one. */
export function RotateSecretForm({
  webhook,
  rotate,
  onRotated,
  onCancel,
  onPending,
}: {
  webhook: WebhookView;
  rotate: WebhookActions["rotate"];
  onRotated: (signing: Signing) => void;
  onCancel: () => void;
  /** Told when a request starts and ends, since the dialog must not close meanwhile. */
  onPending: (isPending: boolean) => void;
}) {
  const [overlap, setOverlap] = useState(OVERLAP_SECONDS);
  const [failure, setFailure] = useState<string>();
  const [isPending, setPending] = useState(false);
  const { previous_secret_until: until } = webhook;

  function markPending(next: boolean) {
    setPending(next);
    onPending(next);
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    setFailure(undefined);
    markPending(true);
    const answer = await rotate({ id: webhook.id, overlap_seconds: overlap });
    markPending(false);
    if (answer.ok) onRotated(answer.data);
    else setFailure(faultText(answer.errors));
  }

  return (
    <form noValidate className="contents" onSubmit={submit}>
      <DialogBody className="gap-5">
        <FormError>{failure}</FormError>
        <p>
          What is sent is signed with a new secret from now on. You see it once, and put it wherever the
          receiver has the old one.
        </p>
        <Select
          label="Grace period"
          autoFocus
          value={overlap}
          onChange={(event) => setOverlap(Number(event.target.value))}
          description={
            overlap === 0
              ? "Receivers refuse what is sent until they have the new secret. Choose this where others know the present one."
              : "The present secret signs beside the new one, so receivers can change over at any time."
          }
        >
          {OVERLAPS.map(({ seconds, label }) => (
            <option key={seconds} value={seconds}>
              {label}
            </option>
          ))}
        </Select>
        {until ? (
          <p className="text-text-muted">
            The secret before that would have signed as well until <ExactTime value={until} />. It ends with
            this.
          </p>
        ) : null}
      </DialogBody>
      <DialogFooter>
        <Button onPress={onCancel} isDisabled={isPending}>
          Cancel
        </Button>
        <Button type="submit" variant="primary" isPending={isPending} pendingLabel="Rotating the secret">
          Rotate secret
        </Button>
      </DialogFooter>
    </form>
  );
}
