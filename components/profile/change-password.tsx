"use client";

import { type FormEvent, useActionState, useEffect, useRef, useState } from "react";
import { readFaults } from "@/components/auth/read-faults";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { FormError } from "@/components/ui/form-error";
import { PasswordField } from "@/components/ui/password-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { ChangePassword as Input, PASSWORD_LENGTH } from "@/lib/auth/schema";
import type { Answer, Fault } from "@/lib/errors";
import { parse } from "@/lib/faults";

const LABELS = { current: "Current password", password: "New password" };

/** Changes one's password, for which the present one is needed. */
export function ChangePassword({
  email,
  changePassword,
}: {
  email: string;
  changePassword: (previous: Answer<null> | null, form: FormData) => Promise<Answer<null>>;
}) {
  const [answer, submit] = useActionState(changePassword, null);
  const [found, setFound] = useState<Fault[] | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const answered = answer?.ok === false ? answer.errors : [];
  const { fields, form: failure } = readFaults(found ?? answered, LABELS);
  const first = Object.keys(LABELS).find((name) => name in fields);

  function check(event: FormEvent<HTMLFormElement>) {
    const data = new FormData(event.currentTarget);
    const input = parse(Input, { current: data.get("current"), password: data.get("password") });
    if (!input.ok) event.preventDefault();
    setFound(input.ok ? null : input.faults);
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer moves the focus, even to the same field
  useEffect(() => {
    if (first) form.current?.querySelector<HTMLInputElement>(`[name=${first}]`)?.focus();
  }, [first, found, answer]);

  return (
    <form ref={form} action={submit} noValidate onSubmit={check}>
      <Card
        title="Password"
        description="Changing it signs you out on every other device."
        footer={<SubmitButton pendingLabel="Changing your password">Change password</SubmitButton>}
      >
        <FormError>{failure}</FormError>
        <div role="status" className="empty:hidden">
          {answer?.ok && !found ? (
            <Callout tone="success">Your password is changed. Other devices are signed out.</Callout>
          ) : null}
        </div>
        {/* Password managers read from it whose password changes. */}
        <input type="text" autoComplete="username" value={email} readOnly hidden />
        <div className="flex max-w-sm flex-col gap-4">
          <PasswordField
            label={LABELS.current}
            name="current"
            autoComplete="current-password"
            maxLength={1024}
            required
            error={fields.current}
          />
          <PasswordField
            label={LABELS.password}
            name="password"
            autoComplete="new-password"
            description={`At least ${PASSWORD_LENGTH.min} characters.`}
            required
            error={fields.password}
          />
        </div>
      </Card>
    </form>
  );
}
