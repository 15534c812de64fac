"use client";

import type { FormEvent, ReactNode } from "react";
import { Button } from "./button";
import { Dialog, DialogBody, DialogFooter } from "./dialog";
import { FormError } from "./form-error";

/** A form in a dialog of its own: what failed above its fields, to leave and to submit below. Stays while it is pending. */
export function FormDialog({
  title,
  description,
  size = "sm",
  role,
  gap,
  submit,
  pendingLabel,
  variant = "primary",
  cancel = "Cancel",
  isPending,
  failure,
  onSubmit,
  onClose,
  children,
}: {
  title: string;
  description?: string;
  size?: "sm" | "md" | "lg";
  role?: "alertdialog";
  /** Between the fields, where they want more than usual. */
  gap?: "gap-5";
  /** The label of the button that submits. */
  submit: string;
  pendingLabel: string;
  variant?: "primary" | "danger";
  /** The label of the button that leaves. */
  cancel?: string;
  isPending: boolean;
  failure: string | undefined;
  onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  onClose: () => void;
  children: ReactNode;
}) {
  return (
    <Dialog
      title={title}
      description={description}
      size={size}
      role={role}
      isOpen
      isDismissable={!isPending}
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      <form noValidate className="contents" onSubmit={onSubmit}>
        <DialogBody className={gap}>
          <FormError>{failure}</FormError>
          {children}
        </DialogBody>
        <DialogFooter>
          <Button onPress={onClose} isDisabled={isPending}>
            {cancel}
          </Button>
          <Button type="submit" variant={variant} isPending={isPending} pendingLabel={pendingLabel}>
            {submit}
          </Button>
        </DialogFooter>
      </form>
    </Dialog>
  );
}
