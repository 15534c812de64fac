"use client";

import { Eye, EyeOff } from "lucide-react";
import { useState } from "react";
import { Button, IconButton } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { CopyButton } from "@/components/ui/copy-button";
import { Dialog, DialogBody, DialogFooter } from "@/components/ui/dialog";

/** Shows a new calendar address this once: masked until asked for, copied without being shown. */
export function CalendarAddress({ address, onDone }: { address: string; onDone: () => void }) {
  const [shown, setShown] = useState(false);
  return (
    <Dialog isOpen onOpenChange={onDone} isDismissable={false} title="Your calendar address">
      <DialogBody>
        <Callout tone="warning" title="Copy the address now. It will not be shown again.">
          Add it to your calendar as a subscription from an address. Give it to nobody else.
        </Callout>
        <div className="flex min-w-0 items-center gap-1 rounded border bg-surface-sunken ps-3 pe-1">
          <code data-testid="address" className="min-w-0 flex-1 py-2 font-mono text-sm wrap-anywhere">
            {shown ? address : address.replace(/[^/]+\.ics$/, `${"•".repeat(12)}.ics`)}
          </code>
          <IconButton
            aria-label={shown ? "Hide address" : "Show address"}
            size="sm"
            onPress={() => setShown(!shown)}
          >
            {shown ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
          </IconButton>
        </div>
        <CopyButton text={address} label="Copy address" variant="primary" autoFocus />
      </DialogBody>
      <DialogFooter>
        <Button onPress={onDone}>Done</Button>
      </DialogFooter>
    </Dialog>
  );
}
