"use client";

import { createContext, type ReactNode, use, useEffect, useState } from "react";
import { useStepUp } from "@/components/auth/step-up";
import { Dialog } from "@/components/ui/dialog";
import { ExactTime } from "@/components/ui/time";
import { toast } from "@/components/ui/toast";
import { ask, faultText } from "./ask";
import { GenerateKeyForm } from "./generate-key-form";
import { KeyReveal } from "./key-reveal";
import type { KeyActions, KeyHolder, KeySummary, NewKey } from "./key-summary";
import { RotateKeyForm } from "./rotate-key-form";
import { useHeldSecret } from "./use-held-secret";

type Offers = {
  generate: () => void;
  rotate: (row: KeySummary) => void;
  /** Makes a key that takes the place of one that cannot be rotated. */
  replace: (row: KeySummary) => void;
  holder: KeyHolder;
  actions: KeyActions;
};

const NewSecretContext = createContext<Offers | null>(null);

/** Opens the forms that end in a new secret, in the NewSecret around; and who is at the screen and what they can ask. */
export function useNewSecret(): Offers {
  const offers = use(NewSecretContext);
  if (offers === null) throw new Error("outside a NewSecret");
  return offers;
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
  actions: KeyActions;
  children: ReactNode;
}) {
  const stepUp = useStepUp();
  const [step, setStep] = useState<Form | "reveal">("generate");
  const [form, setForm] = useState<Form>("generate");
  const [old, setOld] = useState<{ row: KeySummary; endsAt: Date | null } | null>(null);
  const [isPending, setPending] = useState(false);
  const { isOpen, setOpen, made: created, hold, done } = useHeldSecret<NewKey>();

  const { confirmShown } = actions;
  const createdId = created?.id;
  useEffect(() => {
    if (createdId) void ask(confirmShown({ id: createdId }));
  }, [createdId, confirmShown]);

  function open(next: Form, row: KeySummary | null = null) {
    setForm(next);
    setStep(next);
    setOld(row && { row, endsAt: null });
    setOpen(true);
  }

  function reveal(key: NewKey) {
    hold(key);
    setStep("reveal");
  }

  async function revoke() {
    if (!created) return;
    const answer = await ask(actions.revoke({ id: created.id, reason: "Secret was never taken" }));
    if (!answer.ok)
      return toast("The key was not revoked", { tone: "danger", description: faultText(answer.errors) });
    toast(`${created.name} was revoked`);
    await done();
  }

  const offers = {
    generate: () => open("generate"),
    rotate: (row: KeySummary) => open("rotate", row),
    replace: (row: KeySummary) => open("replace", row),
    holder,
    actions,
  };
  const request = { onPending: setPending, onCancel: () => setOpen(false) };
  return (
    <NewSecretContext value={offers}>
      {children}
      {/* One dialog for both steps: between two, focus could be lost to the page behind them. */}
      <Dialog
        title={TITLES[form][step === "reveal" ? 1 : 0]}
        description={created?.name ?? old?.row.name}
        size={step === "generate" || step === "replace" ? "lg" : "md"}
        isOpen={isOpen}
        isDismissable={step !== "reveal" && !isPending}
        onOpenChange={setOpen}
      >
        {step === "generate" || step === "replace" ? (
          <GenerateKeyForm
            holder={holder}
            replaced={old?.row ?? null}
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
          <KeyReveal
            created={created}
            note={old ? <OldKey {...old} isReplaced={form === "replace"} /> : null}
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
  replace: ["Replace key", "API key created"],
} as const;
type Form = keyof typeof TITLES;

function OldKey({
  row,
  endsAt,
  isReplaced,
}: {
  row: KeySummary;
  /** When its grace period ends; null where it has none. */
  endsAt: Date | null;
  isReplaced: boolean;
}) {
  const end = isReplaced ? row.expires_at : endsAt;
  return (
    <p>
      The old key{" "}
      <code className="font-mono text-sm">
        {row.key_prefix}…{row.last_four}
      </code>{" "}
      {end ? (
        <>
          works on until <ExactTime value={end} />.
          {isReplaced ? " Revoke it as soon as its programs have this one." : ""}
        </>
      ) : (
        "does not work any more."
      )}
    </p>
  );
}
