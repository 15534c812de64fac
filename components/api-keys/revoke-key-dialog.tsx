"use client";

import { useState } from "react";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
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
    <ConfirmDialog
      title={`Revoke ${row.name}?`}
      confirm={buttonText(taken, asksTwice && asked)}
      pendingLabel="Revoking"
      warning={
        asksTwice &&
        asked &&
        `This key is in use. Press again to revoke it${taken > 0 ? ` and ${keysText(taken)} that it made` : ""}.`
      }
      isPending={isPending}
      failure={failure}
      onConfirm={submit}
      onClose={onClose}
    >
      <p>
        Everything that uses{" "}
        <code className="font-mono text-sm">
          {row.key_prefix}…{row.last_four}
        </code>{" "}
        gets <code className="font-mono text-sm">401 Unauthorized</code> from the next request on. This cannot
        be undone.
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
    </ConfirmDialog>
  );
}

/** Says how many keys go, where it is more than the one of the title. */
function buttonText(taken: number, isSecondPress: boolean): string {
  if (taken === 0) return isSecondPress ? "Yes, revoke it" : "Revoke key";
  return `${isSecondPress ? "Yes, revoke" : "Revoke"} ${keysText(taken + 1)}`;
}
