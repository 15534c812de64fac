"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useId, useRef, useState } from "react";
import { Controller, useForm } from "react-hook-form";
import type { z } from "zod";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Checkbox } from "@/components/ui/checkbox";
import { DialogBody, DialogFooter } from "@/components/ui/dialog";
import { FormError } from "@/components/ui/form-error";
import { TextField } from "@/components/ui/text-field";
import { GenerateKey } from "@/lib/api-keys/schema";
import { DEFAULT_EXPIRY } from "./expiry";
import { ExpiryField, expiryValue } from "./expiry-field";
import type { KeyActions, KeyHolder, NewKey } from "./key-summary";
import { ScopePicker } from "./scope-picker";
import { scopeSentence } from "./scope-sentence";

type Input = z.input<typeof GenerateKey>;
const FIELDS = ["name", "description", "scopes", "expires_at"] as const;

/** The form of a new key. Hands the made key up; what is wrong stands at its field. */
export function GenerateKeyForm({
  holder,
  generate,
  onGenerated,
  onCancel,
  onPending,
}: {
  holder: KeyHolder;
  generate: KeyActions["generate"];
  onGenerated: (key: NewKey) => void;
  onCancel: () => void;
  /** Told when a request starts and ends, since the dialog must not close meanwhile. */
  onPending: (pending: boolean) => void;
}) {
  const [confirmed, setConfirmed] = useState(false);
  const [failure, setFailure] = useState<string>();
  const form = useForm<Input, unknown, z.output<typeof GenerateKey>>({
    resolver: zodResolver(GenerateKey),
    defaultValues: { name: "", description: "", scopes: [], expires_at: expiryValue(DEFAULT_EXPIRY) },
  });
  const { errors, isSubmitting } = form.formState;
  const scopes = form.watch("scopes");
  const sumId = useId();
  const needsConfirming = scopes.includes("*");
  const [missesConfirming, setMissesConfirming] = useState(false);
  const confirmation = useRef<HTMLInputElement>(null);

  async function submit() {
    if (needsConfirming && !confirmed) {
      setMissesConfirming(true);
      return confirmation.current?.focus();
    }
    setFailure(undefined);
    onPending(true);
    const answer = await generate(form.getValues());
    onPending(false);
    if (answer.ok) return onGenerated(answer.data);
    const unplaced: string[] = [];
    for (const { field, message } of answer.errors) {
      const place = FIELDS.find((name) => field === name || field?.startsWith(`${name}.`));
      if (place) form.setError(place, { message: message.replace(`${field} `, "") }, { shouldFocus: true });
      else unplaced.push(message);
    }
    if (unplaced.length > 0) setFailure(unplaced.join(" "));
  }

  return (
    <form noValidate className="contents" onSubmit={form.handleSubmit(submit)}>
      <DialogBody className="gap-5">
        <FormError>{failure}</FormError>
        <TextField
          label="Name"
          description="Say where the key will live, such as “Careers site, production”."
          autoFocus
          autoComplete="off"
          maxLength={100}
          required
          error={errors.name && `Name ${errors.name.message}.`}
          {...form.register("name")}
        />
        <TextField
          label="Description (optional)"
          autoComplete="off"
          maxLength={500}
          error={errors.description && `Description ${errors.description.message}.`}
          {...form.register("description")}
        />
        <Controller
          control={form.control}
          name="expires_at"
          render={({ field }) => (
            <ExpiryField
              ref={field.ref}
              value={field.value ?? null}
              defaultChoice={DEFAULT_EXPIRY}
              onChange={field.onChange}
              error={
                errors.expires_at && (field.value === "" ? "Choose a day." : "Choose an end in the future.")
              }
            />
          )}
        />
        <Controller
          control={form.control}
          name="scopes"
          render={({ field }) => (
            <ScopePicker
              ref={field.ref}
              value={field.value}
              onChange={field.onChange}
              holder={holder}
              sumId={sumId}
              error={errors.scopes && "Choose at least one scope."}
            />
          )}
        />
        {needsConfirming ? (
          <Callout tone="warning" title="Full access">
            <Checkbox
              ref={confirmation}
              label="I want this key to do everything, including making and revoking API keys"
              checked={confirmed}
              onChange={(event) => {
                setConfirmed(event.target.checked);
                setMissesConfirming(false);
              }}
              error={missesConfirming ? "Confirm this, or choose narrower scopes." : undefined}
            />
          </Callout>
        ) : null}
      </DialogBody>
      <DialogFooter>
        <p id={sumId} aria-live="polite" className="min-w-0 flex-1 text-sm md:text-balance max-md:basis-full">
          {scopeSentence(scopes)}
        </p>
        <Button onPress={onCancel} isDisabled={isSubmitting}>
          Cancel
        </Button>
        <Button type="submit" variant="primary" isPending={isSubmitting} pendingLabel="Generating the key">
          Generate key
        </Button>
      </DialogFooter>
    </form>
  );
}
