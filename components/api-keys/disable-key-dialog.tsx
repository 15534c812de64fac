"use client";

import { Button } from "@/components/ui/button";
import { Dialog, DialogBody, DialogFooter } from "@/components/ui/dialog";
import { FormError } from "@/components/ui/form-error";
import { toast } from "@/components/ui/toast";
import type { KeyActions, KeySummary } from "./key-summary";
import { LastUse } from "./last-use";
import { useRequest } from "./use-request";

/** Switches a key off. It can be switched on again, so once is enough to ask. */
export function DisableKeyDialog({
  row,
  change,
  onClose,
}: {
  row: KeySummary;
  change: KeyActions["change"];
  onClose: () => void;
}) {
  const { isPending, failure, send } = useRequest();

  function submit() {
    void send(
      () => change({ id: row.id, patch: { enabled: false } }),
      () => {
        toast(`${row.name} was disabled`);
        onClose();
      },
    );
  }

  return (
    <Dialog
      title={`Disable ${row.name}?`}
      size="sm"
      role="alertdialog"
      isOpen
      isDismissable={!isPending}
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      <DialogBody>
        <FormError>{failure}</FormError>
        <p>Requests with it are refused from the next one on, until somebody enables it again.</p>
        <LastUse row={row} />
      </DialogBody>
      <DialogFooter>
        <Button onPress={onClose} isDisabled={isPending}>
          Cancel
        </Button>
        <Button variant="danger" isPending={isPending} pendingLabel="Disabling" onPress={submit}>
          Disable key
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
