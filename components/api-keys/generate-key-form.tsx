"use client";

import { useId, useState } from "react";
import { Controller } from "react-hook-form";
import { DialogBody } from "@/components/ui/dialog";
import { FormError } from "@/components/ui/form-error";
import { boundsOf, firstChoice } from "./expiry-bounds";
import { ExpiryField, expiryValue } from "./expiry-field";
import { useFullAccess } from "./full-access";
import { KeyFields } from "./key-fields";
import { byPolicy, type KeyInput, placeFaults, useKeyForm } from "./key-form";
import { KeyFormFooter } from "./key-form-footer";
import type { KeyActions, KeyHolder, KeySummary, NewKey } from "./key-summary";
import { ReachPreview } from "./reach-preview";
import { ReplacedKey, settingsOf } from "./replaced-key";
import { useAnswer } from "./use-answer";

/**
 * The form of a new key, with the settings of the one whose place it takes, if any. Hands the made key up; what is wrong
 * stands at its field.
 */
export function GenerateKeyForm({
  holder,
  replaced,
  generate,
  reachOf,
  onGenerated,
  onCancel,
  onPending,
}: {
  holder: KeyHolder;
  replaced: KeySummary | null;
  generate: KeyActions["generate"];
  reachOf: KeyActions["reachOf"];
  onGenerated: (key: NewKey) => void;
  onCancel: () => void;
  /** Told when a request starts and ends, since the dialog must not close meanwhile. */
  onPending: (pending: boolean) => void;
}) {
  const [failure, setFailure] = useState<string>();
  const [bounds] = useState(() => boundsOf(holder.policy, new Date()));
  const [first] = useState(() => firstChoice(bounds, new Date()));
  const form = useKeyForm({
    ...(replaced ? settingsOf(replaced, holder) : NOTHING),
    expires_at: expiryValue(first, bounds),
  });
  const { errors, isSubmitting } = form.formState;
  const scopes = form.watch("scopes");
  const sumId = useId();
  const fullAccess = useFullAccess(scopes.includes("*"));
  const reach = useAnswer(reachOf, null);

  async function submit() {
    if (!fullAccess.confirm()) return;
    setFailure(undefined);
    onPending(true);
    const answer = await generate(form.getValues());
    onPending(false);
    if (answer.ok) onGenerated(answer.data);
    else setFailure(placeFaults(form, answer.errors));
  }

  return (
    <form noValidate className="contents" onSubmit={form.handleSubmit(submit)}>
      <DialogBody className="gap-5">
        <FormError>{failure}</FormError>
        {replaced ? <ReplacedKey row={replaced} holder={holder} /> : null}
        <KeyFields
          form={form}
          holder={holder}
          sumId={sumId}
          afterScopes={
            <>
              {fullAccess.question}
              <ReachPreview scopes={scopes} reach={reach} />
            </>
          }
        >
          <Controller
            control={form.control}
            name="expires_at"
            render={({ field }) => (
              <ExpiryField
                ref={field.ref}
                value={field.value ?? null}
                bounds={bounds}
                defaultChoice={first}
                onChange={field.onChange}
                error={
                  errors.expires_at &&
                  (byPolicy(errors.expires_at, "Expiration") ??
                    (field.value === "" ? "Choose a day." : "Choose an end in the future."))
                }
              />
            )}
          />
        </KeyFields>
      </DialogBody>
      <KeyFormFooter
        sumId={sumId}
        scopes={scopes}
        reach={reach}
        isPending={isSubmitting}
        submit={{ label: "Generate key", pendingLabel: "Generating the key" }}
        onCancel={onCancel}
      />
    </form>
  );
}

const NOTHING = {
  name: "",
  description: "",
  scopes: [],
  allowed_ips: null,
  rate_limit: null,
  on_leak: "revoke",
} as const satisfies Omit<KeyInput, "expires_at">;
