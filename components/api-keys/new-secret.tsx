"use client";

import { useRouter } from "next/navigation";
import { createContext, type ReactNode, use, useCallback, useEffect, useState } from "react";
import { flushSync } from "react-dom";
import { useStepUp } from "@/components/auth/step-up";
import { Dialog } from "@/components/ui/dialog";
import { ExactTime } from "@/components/ui/time";
import { toast } from "@/components/ui/toast";
import { ask, faultText } from "./ask";
import { GenerateKeyForm } from "./generate-key-form";
import type { KeyActions, KeyHolder, KeySummary, NewKey } from "./key-summary";
import { leaveNoEntry } from "./leave-warning";
import { RotateKeyForm } from "./rotate-key-form";
import { SecretReveal } from "./secret-reveal";

type Offers = { generate: () => void; rotate: (row: KeySummary) => void };

const NewSecretContext = createContext<Offers>({ generate() {}, rotate() {} });

/** Opens the form of a new key, or of the rotation of one, in the NewSecret around. */
export function useNewSecret(): Offers {
  return use(NewSecretContext);
}

/**
 * Holds the dialogs that end in a new secret around the page that opens them, so that a refreshed list cannot take the
 * secret away. The secret lives in this component's memory only and leaves it when the reveal closes.
 */
export function NewSecret({
  holder,
  actions,
  children,
}: {
  holder: KeyHolder;
  actions: Pick<KeyActions, "generate" | "reachOf" | "rotate" | "predecessorEnd" | "confirmShown" | "revoke">;
  children: ReactNode;
}) {
  const router = useRouter();
  const stepUp = useStepUp();
  const [isOpen, setOpen] = useState(false);
  const [step, setStep] = useState<"generate" | "rotate" | "reveal">("generate");
  const [old, setOld] = useState<{ row: KeySummary; endsAt: Date | null } | null>(null);
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

  function open(next: "generate" | "rotate", row: KeySummary | null = null) {
    setStep(next);
    setOld(row && { row, endsAt: null });
    setOpen(true);
  }

  function reveal(key: NewKey) {
    setCreated(key);
    setStep("reveal");
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

  const offers = { generate: () => open("generate"), rotate: (row: KeySummary) => open("rotate", row) };
  const request = { onPending: setPending, onCancel: () => setOpen(false) };
  return (
    <NewSecretContext value={offers}>
      {children}
      {/* One dialog for both steps: between two, focus could be lost to the page behind them. */}
      <Dialog
        title={old ? TITLES.rotate[step === "reveal" ? 1 : 0] : TITLES.generate[step === "reveal" ? 1 : 0]}
        description={created?.name ?? old?.row.name}
        size={step === "generate" ? "lg" : "md"}
        isOpen={isOpen}
        isDismissable={step !== "reveal" && !isPending}
        onOpenChange={setOpen}
      >
        {step === "generate" ? (
          <GenerateKeyForm
            holder={holder}
            generate={(input) => stepUp(() => ask(actions.generate(input)))}
            reachOf={actions.reachOf}
            onGenerated={reveal}
            {...request}
          />
        ) : null}
        {step === "rotate" && old ? (
          <RotateKeyForm
            row={old.row}
            policy={holder.policy}
            rotate={(input) => stepUp(() => ask(actions.rotate(input)))}
            predecessorEnd={actions.predecessorEnd}
            onRotated={(key, endsAt) => {
              setOld({ ...old, endsAt });
              reveal(key);
            }}
            {...request}
          />
        ) : null}
        {created ? (
          <SecretReveal
            created={created}
            note={old ? <OldHalf {...old} /> : null}
            onDone={done}
            onRevoke={revoke}
          />
        ) : null}
      </Dialog>
    </NewSecretContext>
  );
}

const TITLES = {
  generate: ["Generate new key", "API key created"],
  rotate: ["Rotate key", "API key rotated"],
} as const;

function OldHalf({ row, endsAt }: { row: KeySummary; endsAt: Date | null }) {
  return (
    <p>
      The old key{" "}
      <code className="font-mono text-sm">
        {row.key_prefix}…{row.last_four}
      </code>{" "}
      {endsAt ? (
        <>
          works on until <ExactTime value={endsAt} />.
        </>
      ) : (
        "does not work any more."
      )}
    </p>
  );
}
