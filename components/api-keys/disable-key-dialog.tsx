"use client";

import { ConfirmDialog } from "@/components/ui/confirm-dialog";
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
    <ConfirmDialog
      title={`Disable ${row.name}?`}
      confirm="Disable key"
      pendingLabel="Disabling"
      isPending={isPending}
      failure={failure}
      onConfirm={submit}
      onClose={onClose}
    >
      <p>Requests with it are refused from the next one on, until somebody enables it again.</p>
      <LastUse row={row} />
    </ConfirmDialog>
  );
}
