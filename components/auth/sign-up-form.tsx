"use client";

import { type FormEvent, useActionState, useEffect, useRef, useState } from "react";
import { FormError } from "@/components/ui/form-error";
import { PasswordField } from "@/components/ui/password-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { PASSWORD_LENGTH, SignUp } from "@/lib/auth/schema";
import type { Fault } from "@/lib/errors";
import { parse } from "@/lib/faults";
import { EmailField } from "./email-field";
import { readFaults } from "./read-faults";

const LABELS = { name: "Name", email: "E-mail", password: "Password", organization: "Organization" };

/** What came back of a sign-up that was not accepted. Never the password. */
export type SignUpState = {
  values: { name?: string; email?: string; organization?: string };
  faults: Fault[];
};

/** Founds an organization with its first admin. Posted with or without scripts; with them, checked here first. */
export function SignUpForm({
  signUp,
  callbackUrl,
}: {
  signUp: (previous: SignUpState | null, form: FormData) => Promise<SignUpState>;
  callbackUrl: string;
}) {
  const [state, submit] = useActionState(signUp, null);
  const [found, setFound] = useState<Fault[] | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const { fields, form: failure } = readFaults(found ?? state?.faults ?? [], LABELS);
  const first = Object.keys(LABELS).find((name) => name in fields);

  function check(event: FormEvent<HTMLFormElement>) {
    const data = new FormData(event.currentTarget);
    const input = parse(
      SignUp,
      Object.fromEntries(Object.keys(LABELS).map((name) => [name, data.get(name)])),
    );
    if (!input.ok) event.preventDefault();
    setFound(input.ok ? null : input.faults);
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer moves the focus, even to the same field
  useEffect(() => {
    if (first) form.current?.querySelector<HTMLInputElement>(`[name=${first}]`)?.focus();
  }, [first, found, state]);

  return (
    <form ref={form} action={submit} noValidate onSubmit={check} className="flex flex-col gap-4">
      <FormError>{failure}</FormError>
      <input type="hidden" name="callbackUrl" value={callbackUrl} />
      <TextField
        label={LABELS.name}
        name="name"
        autoComplete="name"
        maxLength={100}
        required
        defaultValue={state?.values.name}
        error={fields.name}
      />
      <EmailField label={LABELS.email} defaultValue={state?.values.email} error={fields.email} />
      <PasswordField
        label={LABELS.password}
        name="password"
        autoComplete="new-password"
        description={`At least ${PASSWORD_LENGTH.min} characters. A few unrelated words make a good one.`}
        required
        error={fields.password}
      />
      <TextField
        label={LABELS.organization}
        name="organization"
        autoComplete="organization"
        description="You become its first admin."
        maxLength={100}
        required
        defaultValue={state?.values.organization}
        error={fields.organization}
      />
      <SubmitButton className="mt-1 w-full" pendingLabel="Creating your account">
        Create account
      </SubmitButton>
    </form>
  );
}
