"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useState } from "react";
import { useForm } from "react-hook-form";
import type { z } from "zod";
import { faultText } from "@/components/api-keys/ask";
import { useSend } from "@/components/api-keys/use-send";
import { Button } from "@/components/ui/button";
import { DialogBody, DialogFooter } from "@/components/ui/dialog";
import { FormError } from "@/components/ui/form-error";
import { TextField } from "@/components/ui/text-field";
import type { NewInvitation } from "@/lib/members/member";
import { INVITATION_DAYS, Invite } from "@/lib/members/schema";
import type { MemberActions } from "./member-actions";
import { RoleField } from "./role-field";

/** Asks whom to invite, and as what. */
export function InviteForm({
  invite,
  onPending,
  onInvited,
  onCancel,
}: {
  invite: MemberActions["invite"];
  /** Told when a request starts and ends, since the dialog must not close meanwhile. */
  onPending: (isPending: boolean) => void;
  onInvited: (made: NewInvitation) => void;
  onCancel: () => void;
}) {
  const send = useSend();
  const [failure, setFailure] = useState<string>();
  const form = useForm<z.input<typeof Invite>, unknown, Invite>({
    resolver: zodResolver(Invite),
    defaultValues: { email: "", role: "viewer" },
  });
  const { errors, isSubmitting } = form.formState;

  async function submit(input: Invite) {
    setFailure(undefined);
    onPending(true);
    const answer = await send(() => invite(input));
    onPending(false);
    if (answer.ok) return onInvited(answer.data);
    const atEmail = answer.errors.find(({ field }) => field === "email");
    if (!atEmail) return setFailure(faultText(answer.errors));
    form.setError("email", { message: atEmail.message.replace("email ", "") }, { shouldFocus: true });
  }

  return (
    <form noValidate className="contents" onSubmit={form.handleSubmit(submit)}>
      <DialogBody className="gap-5">
        <FormError>{failure}</FormError>
        <TextField
          {...form.register("email")}
          label="E-mail"
          type="email"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={254}
          autoFocus
          required
          description={`Only this address can accept, within ${INVITATION_DAYS} days.`}
          error={errors.email?.message && `E-mail ${errors.email.message}.`}
        />
        <RoleField value={form.watch("role")} onChange={(role) => form.setValue("role", role)} />
      </DialogBody>
      <DialogFooter>
        <Button onPress={onCancel} isDisabled={isSubmitting}>
          Cancel
        </Button>
        <Button type="submit" variant="primary" isPending={isSubmitting} pendingLabel="Inviting">
          Invite
        </Button>
      </DialogFooter>
    </form>
  );
}
