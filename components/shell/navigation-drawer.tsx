"use client";

import { Menu, X } from "lucide-react";
import { useState } from "react";
import { Dialog } from "react-aria-components/Dialog";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { IconButton } from "@/components/ui/button";
import { Logo } from "./logo";
import type { NavigationGroup } from "./navigation";
import { Sidebar } from "./sidebar";

/** The sidebar of narrow screens: a button that slides it in from the left. */
export function NavigationDrawer({ groups }: { groups: NavigationGroup[] }) {
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <IconButton
        aria-label="Open navigation"
        aria-haspopup="dialog"
        className="-ms-2 md:hidden"
        onPress={() => setOpen(true)}
      >
        <Menu aria-hidden />
      </IconButton>
      <ModalOverlay
        isDismissable
        isOpen={isOpen}
        onOpenChange={setOpen}
        className="fixed inset-0 z-50 bg-backdrop transition-opacity data-[entering]:opacity-0 data-[exiting]:opacity-0 md:hidden"
      >
        <Modal className="h-full w-72 max-w-[85vw] border-e bg-surface shadow-overlay transition-transform data-[entering]:-translate-x-full data-[exiting]:-translate-x-full">
          <Dialog
            aria-label="Navigation"
            className="flex h-full flex-col gap-5 overflow-y-auto p-3 outline-none"
          >
            <div className="flex items-center justify-between ps-2.5 font-semibold tracking-tight">
              <span className="flex items-center gap-2.5">
                <Logo className="size-6" />
                Prepzo
              </span>
              <IconButton aria-label="Close navigation" onPress={close}>
                <X aria-hidden />
              </IconButton>
            </div>
            <Sidebar groups={groups} onNavigate={close} />
          </Dialog>
        </Modal>
      </ModalOverlay>
    </>
  );
}
