"use client";

import { KeyRound } from "lucide-react";
import { useRouter } from "next/navigation";
import { createContext, type ReactNode, use, useCallback, useEffect, useState } from "react";
import { flushSync } from "react-dom";
import { useStepUp } from "@/components/auth/step-up";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import { ask, faultText } from "./ask";
import { GenerateKeyForm } from "./generate-key-form";
import type { KeyActions, KeyHolder, NewKey } from "./key-summary";
import { leaveNoEntry } from "./leave-warning";
import { SecretReveal } from "./secret-reveal";

const OpenDialog = createContext<() => void>(() => {});

/** The button that opens the dialog of the GenerateKey around it. */
export function GenerateKeyButton() {
  const open = use(OpenDialog);
  return (
    <Button variant="primary" onPress={open}>
      <KeyRound aria-hidden />
      Generate New Key
    </Button>
  );
}

/**
 * Holds the two dialogs of making a key around the page that opens them, so that a refreshed list cannot take the
 * secret away. The secret lives in this component's memory only and leaves it when the reveal closes.
 */
export function GenerateKey({
  holder,
  actions,
  children,
}: {
  holder: KeyHolder;
  actions: Pick<KeyActions, "generate" | "confirmShown" | "revoke">;
  children: ReactNode;
}) {
  const router = useRouter();
  const stepUp = useStepUp();
  const [isOpen, setOpen] = useState(false);
  const [step, setStep] = useState<"form" | "reveal">("form");
  const [isPending, setPending] = useState(false);
  const [created, setCreated] = useState<NewKey | null>(null);

  // At once: the reveal must no longer watch the page being left.
  const forget = useCallback(
    () =>
      flushSync(() => {
        setOpen(false);
        setCreated(null);
      }),
    [],
  );

  // A page kept by the back-forward cache must not keep the secret.
  useEffect(() => {
    window.addEventListener("pagehide", forget);
    return () => window.removeEventListener("pagehide", forget);
  }, [forget]);

  const { confirmShown } = actions;
  const createdId = created?.id;
  useEffect(() => {
    if (createdId) void ask(confirmShown({ id: createdId }));
  }, [createdId, confirmShown]);

  function open() {
    setStep("form");
    setOpen(true);
  }

  // Not before: fetching the list may fail, and would then take the page away with the secret on it.
  async function done() {
    forget();
    await leaveNoEntry();
    if (navigator.onLine) router.refresh();
  }

  async function revoke() {
    if (!created) return;
    const answer = await ask(actions.revoke({ id: created.id, reason: "Secret was never taken" }));
    if (!answer.ok)
      return toast("The key was not revoked", { tone: "danger", description: faultText(answer.errors) });
    toast(`${created.name} was revoked`);
    await done();
  }

  return (
    <OpenDialog value={open}>
      {children}
      {/* One dialog for both steps: between two, focus could be lost to the page behind them. */}
      <Dialog
        title={step === "form" ? "Generate new key" : "API key created"}
        description={created?.name}
        size={step === "form" ? "lg" : "md"}
        isOpen={isOpen}
        isDismissable={step === "form" && !isPending}
        onOpenChange={setOpen}
      >
        {step === "form" ? (
          <GenerateKeyForm
            holder={holder}
            generate={(input) => stepUp(() => ask(actions.generate(input)))}
            onPending={setPending}
            onCancel={() => setOpen(false)}
            onGenerated={(key) => {
              setCreated(key);
              setStep("reveal");
            }}
          />
        ) : null}
        {created ? <SecretReveal created={created} onDone={done} onRevoke={revoke} /> : null}
      </Dialog>
    </OpenDialog>
  );
}
