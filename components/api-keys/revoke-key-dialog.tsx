"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog, DialogBody, DialogFooter } from "@/components/ui/dialog";
import { FormError } from "@/components/ui/form-error";
import { toast } from "@/components/ui/toast";
import { isInUse } from "./in-use";
import type { KeyActions, KeySummary } from "./key-summary";
import { LastUse } from "./last-use";
import { LEAKED, ReasonField } from "./reason-field";
import { useAnswer } from "./use-answer";
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
  const made = useAnswer(descendantsOf, row.id) ?? [];
  const [keepsMade, setKeepsMade] = useState(false);
  const { isPending, failure, send } = useRequest();
  const asksTwice = isInUse(row) && reason !== LEAKED;

  function submit() {
    if (asksTwice && !asked) return setAsked(true);
    void send(
      () => revoke({ id: row.id, reason: reason || null, descendants: made.length > 0 && !keepsMade }),
      () => {
        toast(`${row.name} was revoked`, { description: "Requests with it are refused from now on." });
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
        {made.length > 0 ? (
          <Callout
            tone="warning"
            title={`It made ${made.length === 1 ? "a key" : `${made.length} keys`} still in force`}
          >
            <p className="wrap-anywhere">{made.map(({ name }) => name).join(", ")}</p>
            <Checkbox
              label="Revoke what it made too"
              checked={!keepsMade}
              onChange={(event) => setKeepsMade(!event.target.checked)}
            />
          </Callout>
        ) : null}
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
            This key is in use. Press again to revoke it.
          </p>
        ) : null}
        <Button onPress={onClose} isDisabled={isPending}>
          Cancel
        </Button>
        <Button variant="danger" isPending={isPending} pendingLabel="Revoking" onPress={submit}>
          {asksTwice && asked ? "Yes, revoke it" : "Revoke key"}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
