"use client";

import { X } from "lucide-react";
import { type ReactNode, useContext } from "react";
import { Dialog as AriaDialog, OverlayTriggerStateContext } from "react-aria-components/Dialog";
import { Heading } from "react-aria-components/Heading";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { Text } from "react-aria-components/Text";
import { IconButton } from "./button";
import { classNames } from "./class-names";

/**
 * A modal dialog, named by its `title`. Children are DialogBody and DialogFooter; a form may wrap
 * both (`<form className="contents">`). With `isDismissable={false}` neither Escape nor the backdrop
 * nor a close button closes it: only the caller does. Focus returns to where it was.
 * On phones it rises from the bottom edge, and `lg` fills the screen.
 */
export function Dialog({
  isOpen,
  onOpenChange,
  title,
  description,
  size = "md",
  role = "dialog",
  isDismissable = true,
  children,
}: {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  title: ReactNode;
  description?: ReactNode;
  size?: "sm" | "md" | "lg";
  /** "alertdialog" where it asks for a decision that cannot be undone. */
  role?: "dialog" | "alertdialog";
  isDismissable?: boolean;
  children: ReactNode;
}) {
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isDismissable={isDismissable}
      isKeyboardDismissDisabled={!isDismissable}
      className="fixed inset-x-0 top-0 z-50 flex h-(--visual-viewport-height) items-end justify-center bg-backdrop transition-opacity duration-100 data-[entering]:opacity-0 data-[exiting]:opacity-0 md:items-center md:p-6"
    >
      <Modal
        className={classNames(
          "flex w-full flex-col overflow-hidden border bg-surface-raised shadow-overlay transition duration-100 data-[entering]:translate-y-1 data-[exiting]:translate-y-1 md:rounded-xl",
          sizes[size],
        )}
      >
        <AriaDialog role={role} className="flex min-h-0 flex-1 flex-col outline-none">
          <header className="flex items-start gap-4 px-5 pt-4 pb-3">
            <div className="min-w-0 flex-1">
              <Heading slot="title" className="text-lg font-semibold text-balance">
                {title}
              </Heading>
              {description ? (
                <Text slot="description" elementType="p" className="mt-1 text-text-muted">
                  {description}
                </Text>
              ) : null}
            </div>
            {isDismissable ? <CloseButton /> : null}
          </header>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/** The middle of a dialog: the part that scrolls. */
export function DialogBody({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <div
      className={classNames(
        "flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto overscroll-contain px-5 pt-1 pb-5",
        className,
      )}
    >
      {children}
    </div>
  );
}

/** The buttons of a dialog, always in sight; the main one last. */
export function DialogFooter({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <footer
      className={classNames(
        "flex flex-wrap items-center justify-end gap-2 border-t bg-surface-raised px-5 py-3",
        className,
      )}
    >
      {children}
    </footer>
  );
}

function CloseButton() {
  const state = useContext(OverlayTriggerStateContext);
  return (
    <IconButton aria-label="Close" size="sm" className="-me-1.5 -mt-0.5" onPress={() => state?.close()}>
      <X aria-hidden />
    </IconButton>
  );
}

const sheet = "max-h-full max-md:rounded-t-xl max-md:border-x-0 max-md:border-b-0";

const sizes = {
  sm: `${sheet} md:max-w-md`,
  md: `${sheet} md:max-w-xl`,
  lg: "max-md:h-full max-md:border-0 md:max-h-full md:max-w-3xl",
};
