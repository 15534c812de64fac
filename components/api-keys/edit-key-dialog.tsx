"use client";

import { useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import { EditKeyForm } from "./edit-key-form";
import type { KeyActions, KeyHolder, KeySummary } from "./key-summary";

/** Changes what a key is called, what it may do and from where. */
export function EditKeyDialog({
  row,
  onClose,
  ...form
}: {
  row: KeySummary;
  holder: KeyHolder;
  actions: Pick<KeyActions, "change" | "reachOf" | "addressesOfWeek">;
  onClose: () => void;
}) {
  const [isPending, setPending] = useState(false);
  return (
    <Dialog
      title="Edit key"
      description={`${row.name}, ${row.key_prefix}…${row.last_four}`}
      size="lg"
      isOpen
      isDismissable={!isPending}
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      <EditKeyForm row={row} onPending={setPending} onClose={onClose} {...form} />
    </Dialog>
  );
}
