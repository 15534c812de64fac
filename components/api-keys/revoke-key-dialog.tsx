"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogBody, DialogFooter } from "@/components/ui/dialog";
import { FormError } from "@/components/ui/form-error";
import { toast } from "@/components/ui/toast";
import { isInUse } from "./in-use";
import type { KeyActions, KeySummary } from "./key-summary";
import { keysText } from "./keys-text";
import { LastUse } from "./last-use";
import { useMadeKeys } from "./made-keys";
import { LEAKED, ReasonField } from "./reason-field";
import { useRequest } from "./use-request";

/** Revokes one key. Asks a second time only where the key is in use, and not at all where it leaked. */
export function RevokeKeyDialog({
  row,
  revoke,
  descendantsOf,
  onClose,
}: {
  row: KeySummary;
  revoke: KeyActions["revoke"];
  descendantsOf: KeyActions["descendantsOf"];
  onClose: () => void;
}) {
  const [reason, setReason] = useState("");
  const [asked, setAsked] = useState(false);
  const { question, taken } = useMadeKeys(descendantsOf, [row.id]);
  const { isPending, failure, send } = useRequest();
  const asksTwice = isInUse(row) && reason !== LEAKED;

  function submit() {
    if (asksTwice && !asked) return setAsked(true);
    void send(
      () => revoke({ id: row.id, reason: reason || null, descendants: taken > 0 }),
      () => {
        toast(`${row.name} ${taken > 0 ? `and ${keysText(taken)} that it made were` : "was"} revoked`, {
          description: `Requests with ${taken > 0 ? "them" : "it"} are refused from now on.`,
        });
        onClose();
      },
    );
  }

  return (
    <Dialog
      title={`Revoke ${row.name}?`}
      size="sm"
      role="alertdialog"
      isOpen
      isDismissable={!isPending}
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      <DialogBody>
        <FormError>{failure}</FormError>
        <p>
          Everything that uses{" "}
          <code className="font-mono text-sm">
            {row.key_prefix}…{row.last_four}
          </code>{" "}
          gets <code className="font-mono text-sm">401 Unauthorized</code> from the next request on. This
          cannot be undone.
        </p>
        <LastUse row={row} />
        {question}
        <ReasonField
          value={reason}
          onChange={(next) => {
            setReason(next);
            setAsked(false);
          }}
        />
      </DialogBody>
      <DialogFooter>
        {asksTwice && asked ? (
          <p role="alert" className="flex-1 basis-40 text-sm text-danger-text">
            This key is in use. Press again to revoke it
            {taken > 0 ? ` and ${keysText(taken)} that it made` : ""}.
          </p>
        ) : null}
        <Button onPress={onClose} isDisabled={isPending}>
          Cancel
        </Button>
        <Button variant="danger" isPending={isPending} pendingLabel="Revoking" onPress={submit}>
          {buttonText(taken, asksTwice && asked)}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}

/** Says how many keys go, where it is more than the one of the title. */
function buttonText(taken: number, isSecondPress: boolean): string {
  if (taken === 0) return isSecondPress ? "Yes, revoke it" : "Revoke key";
  return `${isSecondPress ? "Yes, revoke" : "Revoke"} ${keysText(taken + 1)}`;
}
