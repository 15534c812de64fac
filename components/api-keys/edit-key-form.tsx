"use client";

import { useId, useState } from "react";
import type { z } from "zod";
import { DialogBody } from "@/components/ui/dialog";
import { FormError } from "@/components/ui/form-error";
import { toast } from "@/components/ui/toast";
import type { Scope } from "@/lib/access/scopes";
import type { GenerateKey } from "@/lib/api-keys/schema";
import type { Fault } from "@/lib/errors";
import { changesOf } from "./edited";
import { useFullAccess } from "./full-access";
import { KeyFields } from "./key-fields";
import { placeFaults, useKeyForm } from "./key-form";
import { KeyFormFooter } from "./key-form-footer";
import type { KeyActions, KeyHolder, KeySummary } from "./key-summary";
import { ReachPreview } from "./reach-preview";
import { useAnswer } from "./use-answer";
import { useSend } from "./use-send";

/** The form of a key that exists. Only what differs is sent. */
export function EditKeyForm({
  row,
  holder,
  actions,
  onPending,
  onClose,
}: {
  row: KeySummary;
  holder: KeyHolder;
  actions: Pick<KeyActions, "change" | "reachOf" | "addressesOfWeek">;
  /** Told when a request starts and ends, since the dialog must not close meanwhile. */
  onPending: (isPending: boolean) => void;
  onClose: () => void;
}) {
  const send = useSend();
  const [failure, setFailure] = useState<string>();
  const { name, description, scopes, allowed_ips, rate_limit, on_leak } = row;
  const form = useKeyForm({
    name,
    description,
    scopes: scopes as Scope[],
    allowed_ips,
    rate_limit,
    on_leak,
  });
  const chosen = form.watch("scopes");
  const sumId = useId();
  const fullAccess = useFullAccess(chosen.includes("*") && !scopes.includes("*"));
  const reach = useAnswer(actions.reachOf, row.id);
  const addressesOfWeek = useAnswer(actions.addressesOfWeek, row.id) ?? [];
  const { isSubmitting } = form.formState;

  async function submit(values: z.output<typeof GenerateKey>) {
    if (!fullAccess.confirm()) return;
    const patch = changesOf(row, values);
    if (Object.keys(patch).length === 0) return onClose();
    setFailure(undefined);
    onPending(true);
    const answer = await send(() => actions.change({ id: row.id, patch }));
    onPending(false);
    if (!answer.ok) return setFailure(placeFaults(form, answer.errors.map(inPlainWords)));
    toast(`${values.name} was changed`);
    onClose();
  }

  return (
    <form noValidate className="contents" onSubmit={form.handleSubmit(submit)}>
      <DialogBody className="gap-5">
        <FormError>{failure}</FormError>
        <KeyFields
          form={form}
          holder={holder}
          sumId={sumId}
          addressesOfWeek={addressesOfWeek}
          afterScopes={
            <>
              {fullAccess.question}
              <ReachPreview scopes={chosen} reach={reach} />
            </>
          }
        />
      </DialogBody>
      <KeyFormFooter
        sumId={sumId}
        scopes={chosen}
        reach={reach}
        isPending={isSubmitting}
        submit={{ label: "Save changes", pendingLabel: "Saving" }}
        onCancel={onClose}
      />
    </form>
  );
}

/** Of all that is edited here only added scopes can be more than somebody may give. */
function inPlainWords(fault: Fault): Fault {
  if (fault.code !== "forbidden") return fault;
  return {
    ...fault,
    message: "The role of the key’s owner, or yours, does not include all of these scopes.",
  };
}
