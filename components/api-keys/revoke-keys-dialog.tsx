"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog, DialogBody, DialogFooter } from "@/components/ui/dialog";
import { FormError } from "@/components/ui/form-error";
import { TextField } from "@/components/ui/text-field";
import { toast } from "@/components/ui/toast";
import type { KeyActions, KeySummary } from "./key-summary";
import { ReasonField } from "./reason-field";
import { useRequest } from "./use-request";

/** Revokes several keys at once, after their number was typed. */
export function RevokeKeysDialog({
  rows,
  revokeMany,
  onClose,
}: {
  rows: KeySummary[];
  revokeMany: KeyActions["revokeMany"];
  onClose: () => void;
}) {
  const [keys] = useState(rows);
  const [typed, setTyped] = useState("");
  const [reason, setReason] = useState("");
  const [descendants, setDescendants] = useState(true);
  const [error, setError] = useState<string>();
  const { isPending, failure, send } = useRequest();
  const count = String(keys.length);

  function submit(event: React.FormEvent) {
    event.preventDefault();
    if (typed.trim() !== count) return setError(`Type ${count} to confirm.`);
    void send(
      () => revokeMany({ ids: keys.map((row) => row.id), reason: reason || null, descendants }),
      ({ revoked }) => {
        toast(revoked === 1 ? "1 key was revoked" : `${revoked} keys were revoked`);
        onClose();
      },
    );
  }

  return (
    <Dialog
      title={keys.length === 1 ? "Revoke 1 key?" : `Revoke ${count} keys?`}
      size="sm"
      role="alertdialog"
      isOpen
      isDismissable={!isPending}
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      <form noValidate className="contents" onSubmit={submit}>
        <DialogBody>
          <FormError>{failure}</FormError>
          <p>Everything that uses them is refused from the next request on. This cannot be undone.</p>
          <ul className="max-h-40 list-disc overflow-y-auto rounded border bg-surface-sunken py-2 ps-8 pe-3">
            {keys.map((row) => (
              <li key={row.id} className="wrap-anywhere">
                {row.name}
              </li>
            ))}
          </ul>
          <Checkbox
            label="Revoke the keys that they made too"
            checked={descendants}
            onChange={(event) => setDescendants(event.target.checked)}
          />
          <ReasonField value={reason} onChange={setReason} />
          <TextField
            label={`Type ${count} to confirm`}
            inputMode="numeric"
            autoComplete="off"
            value={typed}
            error={error}
            onChange={(event) => {
              setTyped(event.target.value);
              setError(undefined);
            }}
          />
        </DialogBody>
        <DialogFooter>
          <Button onPress={onClose} isDisabled={isPending}>
            Cancel
          </Button>
          <Button type="submit" variant="danger" isPending={isPending} pendingLabel="Revoking">
            {keys.length === 1 ? "Revoke key" : `Revoke ${count} keys`}
          </Button>
        </DialogFooter>
      </form>
    </Dialog>
  );
}
