"use client";

import { Menu, X } from "lucide-react";
import { useState } from "react";
import { Dialog } from "react-aria-components/Dialog";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { IconButton } from "@/components/ui/button";
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
            className="flex h-full flex-col gap-2 overflow-y-auto p-3 outline-none"
          >
            <IconButton aria-label="Close navigation" className="self-end" onPress={close}>
              <X aria-hidden />
            </IconButton>
            <Sidebar groups={groups} onNavigate={close} />
          </Dialog>
        </Modal>
      </ModalOverlay>
    </>
  );
}
