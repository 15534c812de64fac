"use client";

import { useState } from "react";
import { FormDialog } from "@/components/ui/form-dialog";
import { TextField } from "@/components/ui/text-field";
import { toast } from "@/components/ui/toast";
import type { KeyActions, KeySummary } from "./key-summary";
import { keysText } from "./keys-text";
import { useMadeKeys } from "./made-keys";
import { ReasonField } from "./reason-field";
import { useRequest } from "./use-request";

/** Revokes several keys at once, and what they made, after the number of all that go was typed. */
export function RevokeKeysDialog({
  rows,
  revokeMany,
  descendantsOf,
  onClose,
}: {
  rows: KeySummary[];
  revokeMany: KeyActions["revokeMany"];
  descendantsOf: KeyActions["descendantsOf"];
  onClose: () => void;
}) {
  const [keys] = useState(rows);
  const [typed, setTyped] = useState("");
  const [reason, setReason] = useState("");
  const { question, taken } = useMadeKeys(
    descendantsOf,
    keys.map(({ id }) => id),
  );
  const [error, setError] = useState<string>();
  const { isPending, failure, send } = useRequest();
  const total = keys.length + taken;

  function submit(event: React.FormEvent) {
    event.preventDefault();
    if (typed.trim() !== String(total)) return setError(`Type ${total} to confirm.`);
    void send(
      () => revokeMany({ ids: keys.map((row) => row.id), reason: reason || null, descendants: taken > 0 }),
      ({ revoked }) => {
        toast(`${keysText(revoked)} ${revoked === 1 ? "was" : "were"} revoked`);
        onClose();
      },
    );
  }

  return (
    <FormDialog
      title={`Revoke ${keysText(total)}?`}
      role="alertdialog"
      submit={total === 1 ? "Revoke key" : `Revoke ${keysText(total)}`}
      pendingLabel="Revoking"
      variant="danger"
      isPending={isPending}
      failure={failure}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>Everything that uses them is refused from the next request on. This cannot be undone.</p>
      {question}
      <ul className="max-h-40 list-disc overflow-y-auto rounded border bg-surface-sunken py-2 ps-8 pe-3">
        {keys.map((row) => (
          <li key={row.id} className="wrap-anywhere">
            {row.name}
          </li>
        ))}
      </ul>
      <ReasonField value={reason} onChange={setReason} />
      <TextField
        label={`Type ${total} to confirm`}
        inputMode="numeric"
        autoComplete="off"
        value={typed}
        error={error}
        onChange={(event) => {
          setTyped(event.target.value);
          setError(undefined);
        }}
      />
    </FormDialog>
  );
}
