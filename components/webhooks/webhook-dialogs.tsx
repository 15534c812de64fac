"use client";

import { createContext, type ReactNode, use, useState } from "react";
import { ask } from "@/components/api-keys/ask";
import { useHeldSecret } from "@/components/api-keys/use-held-secret";
import { useStepUp } from "@/components/auth/step-up";
import { Dialog } from "@/components/ui/dialog";
import type { Role } from "@/lib/access/roles";
import type { WebhookView } from "@/lib/webhooks/webhook";
import { CreateWebhookForm } from "./create-webhook-form";
import { RotateSecretForm } from "./rotate-secret-form";
import type { Signing, WebhookActions } from "./webhook-actions";
import { WebhookSecretReveal } from "./webhook-secret-reveal";

type Offers = {
  create: () => void;
  rotate: (webhook: WebhookView) => void;
  /** Of whoever looks. */
  role: Role;
  actions: WebhookActions;
};

const Context = createContext<Offers | null>(null);

/** Opens the forms that end in a new secret, in the WebhookDialogs around; and who looks and what they can ask. */
export function useWebhooks(): Offers {
  const offers = use(Context);
  if (offers === null) throw new Error("outside of WebhookDialogs");
  return offers;
}

/**
 * Holds the dialogs that end in a new secret around the page that opens them, so that a refreshed list cannot take the
 * secret away.
 */
export function WebhookDialogs({
  role,
  actions,
  children,
}: {
  role: Role;
  actions: WebhookActions;
  children: ReactNode;
}) {
  const stepUp = useStepUp();
  const { isOpen, setOpen, made, hold, done } = useHeldSecret<Signing>();
  const [rotated, setRotated] = useState<WebhookView | null>(null);
  const [isPending, setPending] = useState(false);

  function open(webhook: WebhookView | null) {
    setRotated(webhook);
    setOpen(true);
  }

  const offers = { create: () => open(null), rotate: open, role, actions };
  const request = { onPending: setPending, onCancel: () => setOpen(false) };
  const [before, after] = rotated
    ? ["Rotate signing secret", "Signing secret rotated"]
    : ["Create webhook", "Webhook created"];
  return (
    <Context value={offers}>
      {children}
      {/* One dialog for both steps: between two, focus could be lost to the page behind them. */}
      <Dialog
        title={made ? after : before}
        description={made?.name ?? rotated?.name}
        size={made || rotated ? "md" : "lg"}
        isOpen={isOpen}
        isDismissable={made === null && !isPending}
        onOpenChange={setOpen}
      >
        {made ? (
          <WebhookSecretReveal signing={made} isRotated={rotated !== null} onDone={done} />
        ) : rotated ? (
          <RotateSecretForm
            webhook={rotated}
            rotate={(input) => stepUp(() => ask(actions.rotate(input)))}
            onRotated={hold}
            {...request}
          />
        ) : (
          <CreateWebhookForm
            role={role}
            create={(input) => stepUp(() => ask(actions.create(input)))}
            onCreated={hold}
            {...request}
          />
        )}
      </Dialog>
    </Context>
  );
}
