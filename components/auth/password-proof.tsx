"use client";

import { type FormEvent, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { DialogBody, DialogFooter } from "@/components/ui/dialog";
import { FormError } from "@/components/ui/form-error";
import { PasswordField } from "@/components/ui/password-field";
import { ProvePassword } from "@/lib/auth/schema";
import type { Answer, Fault } from "@/lib/errors";
import { parse } from "@/lib/faults";
import { readFaults } from "./read-faults";

/** Takes the password once more. What is wrong with it stands at the field. */
export function PasswordProof({
  email,
  provePassword,
  onPending,
  onProven,
  onCancel,
}: {
  email: string;
  provePassword: (input: ProvePassword) => Promise<Answer<null>>;
  /** Told when a request starts and ends, since the dialog must not close meanwhile. */
  onPending: (isPending: boolean) => void;
  onProven: () => void;
  onCancel: () => void;
}) {
  const [faults, setFaults] = useState<Fault[]>([]);
  const [isPending, setPending] = useState(false);
  const field = useRef<HTMLInputElement>(null);

  // Not at once: until the dialogs around have drawn, the one beneath may still take focus back.
  useEffect(() => {
    const frame = requestAnimationFrame(() => field.current?.focus());
    return () => cancelAnimationFrame(frame);
  }, []);

  const { fields, form: failure } = readFaults(faults, { password: "Password" });

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const input = parse(ProvePassword, { password: field.current?.value });
    const answer = input.ok ? await send(input.data) : { ok: false as const, errors: input.faults };
    if (answer.ok) return onProven();
    setFaults(answer.errors);
    field.current?.focus();
    field.current?.select();
  }

  async function send(input: ProvePassword): Promise<Answer<null>> {
    setPending(true);
    onPending(true);
    const answer = await provePassword(input).catch(() => LOST);
    setPending(false);
    onPending(false);
    return answer;
  }

  return (
    <form noValidate className="contents" onSubmit={submit}>
      <DialogBody>
        <FormError>{failure}</FormError>
        {/* Password managers read from it whose password is asked for. */}
        <input type="text" autoComplete="username" value={email} readOnly hidden />
        <PasswordField
          ref={field}
          label="Password"
          name="password"
          autoComplete="current-password"
          maxLength={1024}
          required
          error={fields.password}
        />
      </DialogBody>
      <DialogFooter>
        <Button onPress={onCancel} isDisabled={isPending}>
          Cancel
        </Button>
        <Button type="submit" variant="primary" isPending={isPending} pendingLabel="Confirming">
          Confirm
        </Button>
      </DialogFooter>
    </form>
  );
}

const LOST: Answer<never> = {
  ok: false,
  errors: [
    { code: "server_error", message: "The answer did not arrive. Check your connection, then try again." },
  ],
};
