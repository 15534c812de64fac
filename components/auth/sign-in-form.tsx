"use client";

import { type FormEvent, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { FormError } from "@/components/ui/form-error";
import { PasswordField } from "@/components/ui/password-field";
import { SignIn } from "@/lib/auth/schema";
import { parse } from "@/lib/faults";
import { EmailField } from "./email-field";
import { type FieldErrors, readFaults } from "./read-faults";
import { sendSignIn } from "./send-sign-in";

const LABELS = { email: "E-mail", password: "Password" };

/** Signs in with e-mail and password. Without scripts it is an ordinary form to next-auth; with them it stays here. */
export function SignInForm({
  csrfToken,
  callbackUrl,
  error,
}: {
  csrfToken: string;
  callbackUrl: string;
  error?: string;
}) {
  const [failure, setFailure] = useState(error);
  const [errors, setErrors] = useState<FieldErrors<typeof LABELS>>({});
  const [isPending, setPending] = useState(false);
  const form = useRef<HTMLFormElement>(null);

  async function signIn(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const input = parse(SignIn, { email: data.get("email"), password: data.get("password") });
    setErrors(input.ok ? {} : readFaults(input.faults, LABELS).fields);
    if (!input.ok) return;
    setFailure(undefined);
    setPending(true);
    const answer = await sendSignIn(data);
    // A whole page, not a client-side step: nothing drawn for nobody may remain.
    if (answer.ok) return window.location.assign(answer.url);
    setPending(false);
    setFailure(answer.message);
    form.current?.querySelector<HTMLInputElement>("[name=password]")?.select();
  }

  useEffect(() => {
    const [first] = Object.keys(errors);
    if (first) form.current?.querySelector<HTMLInputElement>(`[name=${first}]`)?.focus();
  }, [errors]);

  return (
    <form
      ref={form}
      method="post"
      action="/api/auth/callback/credentials"
      noValidate
      onSubmit={signIn}
      className="flex flex-col gap-4"
    >
      <FormError>{failure}</FormError>
      <input type="hidden" name="csrfToken" value={csrfToken} />
      <input type="hidden" name="callbackUrl" value={callbackUrl} />
      <EmailField label={LABELS.email} error={errors.email} />
      <PasswordField
        label={LABELS.password}
        name="password"
        autoComplete="current-password"
        maxLength={1024}
        required
        error={errors.password}
      />
      <Button
        type="submit"
        variant="primary"
        className="mt-1 w-full"
        isPending={isPending}
        pendingLabel="Signing in"
      >
        Sign in
      </Button>
    </form>
  );
}
