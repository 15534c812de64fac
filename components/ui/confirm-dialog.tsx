"use client";

import type { ReactNode } from "react";
import { Button } from "./button";
import { Dialog, DialogBody, DialogFooter } from "./dialog";
import { FormError } from "./form-error";

/** Asks whether to do what `confirm` names. What stands in the way of it stays on the screen. */
export function ConfirmDialog({
  title,
  confirm,
  pendingLabel,
  variant = "danger",
  warning,
  isPending,
  failure,
  onConfirm,
  onClose,
  children,
}: {
  title: string;
  /** The label of the button that does it. */
  confirm: string;
  pendingLabel: string;
  variant?: "danger" | "primary";
  /** Beside the buttons, announced as it appears: why to press once more. */
  warning?: ReactNode;
  isPending: boolean;
  failure: string | undefined;
  onConfirm: () => void;
  onClose: () => void;
  children: ReactNode;
}) {
  return (
    <Dialog
      title={title}
      size="sm"
      role="alertdialog"
      isOpen
      isDismissable={!isPending}
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      <DialogBody>
        <FormError>{failure}</FormError>
        {children}
      </DialogBody>
      <DialogFooter>
        {warning ? (
          <p role="alert" className="flex-1 basis-40 text-sm text-danger-text">
            {warning}
          </p>
        ) : null}
        <Button onPress={onClose} isDisabled={isPending}>
          Cancel
        </Button>
        <Button variant={variant} isPending={isPending} pendingLabel={pendingLabel} onPress={onConfirm}>
          {confirm}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
