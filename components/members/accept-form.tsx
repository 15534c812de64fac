"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useState } from "react";
import { useForm } from "react-hook-form";
import type { z } from "zod";
import { ask } from "@/components/api-keys/ask";
import { readFaults } from "@/components/auth/read-faults";
import { Button } from "@/components/ui/button";
import { FormError } from "@/components/ui/form-error";
import { PasswordField } from "@/components/ui/password-field";
import { TextField } from "@/components/ui/text-field";
import { PASSWORD_LENGTH } from "@/lib/auth/schema";
import type { ShownInvitation } from "@/lib/members/member";
import { AcceptInvitation } from "@/lib/members/schema";
import type { InvitationActions } from "./member-actions";

const LABELS = { name: "Name", password: "Password" };

/** Asks for a name and a password, and goes into the dashboard. */
export function AcceptForm({
  token,
  offer,
  accept,
}: {
  token: string;
  offer: ShownInvitation;
  accept: InvitationActions["accept"];
}) {
  const [failure, setFailure] = useState<string>();
  const form = useForm<z.input<typeof AcceptInvitation>, unknown, AcceptInvitation>({
    resolver: zodResolver(AcceptInvitation),
    defaultValues: { token, name: "", password: "" },
  });
  const { errors, isSubmitting } = form.formState;
  const errorOf = (name: keyof typeof LABELS) => {
    const message = errors[name]?.message;
    return message && `${LABELS[name]} ${message}.`;
  };

  async function submit(input: AcceptInvitation) {
    setFailure(undefined);
    const answer = await ask(accept(input));
    // A whole load: nothing of this page, nor of whoever was signed in before, stays in memory.
    if (answer.ok) return window.location.replace("/");
    const { fields, form: rest } = readFaults(answer.errors, { name: "", password: "" });
    setFailure(rest);
    for (const [name, message] of Object.entries(fields)) {
      const text = message.trim().replace(/\.$/, "");
      form.setError(name as keyof typeof LABELS, { message: text }, { shouldFocus: true });
    }
  }

  return (
    <form noValidate onSubmit={form.handleSubmit(submit)} className="flex flex-col gap-4">
      <FormError>{failure}</FormError>
      <TextField
        label="E-mail"
        name="email"
        type="email"
        autoComplete="username"
        value={offer.email}
        description="The invitation is for this address."
        readOnly
      />
      <TextField
        {...form.register("name")}
        label={LABELS.name}
        autoComplete="name"
        maxLength={100}
        required
        error={errorOf("name")}
      />
      <PasswordField
        {...form.register("password")}
        label={LABELS.password}
        autoComplete="new-password"
        description={`At least ${PASSWORD_LENGTH.min} characters. A few unrelated words make a good one.`}
        required
        error={errorOf("password")}
      />
      <Button
        type="submit"
        variant="primary"
        className="mt-1 w-full"
        isPending={isSubmitting}
        pendingLabel="Joining"
      >
        Join
      </Button>
    </form>
  );
}
