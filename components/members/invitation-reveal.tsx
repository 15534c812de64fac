"use client";

import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { CopyButton } from "@/components/ui/copy-button";
import { DialogBody, DialogFooter } from "@/components/ui/dialog";
import { ExactTime } from "@/components/ui/time";
import type { NewInvitation } from "@/lib/members/member";

/** Shows the link of an invitation this once. */
export function InvitationReveal({ made, onDone }: { made: NewInvitation; onDone: () => void }) {
  return (
    <>
      <DialogBody className="gap-5">
        <p>
          {made.isMailed
            ? "An e-mail with this link is on its way. Should it not arrive, hand the link over yourself."
            : "No e-mail is sent from here: hand this link over yourself."}
        </p>
        <Callout tone="warning" title="Copy the link now. It will not be shown again.">
          Whoever has it can accept in their place until <ExactTime value={made.expires_at} />, once. Inviting
          the same address again makes a new link.
        </Callout>
        <div className="flex flex-col gap-2">
          <code
            data-testid="link"
            className="rounded border bg-surface-sunken px-3 py-2 font-mono text-sm wrap-anywhere"
          >
            {made.link}
          </code>
          <CopyButton text={made.link} label="Copy link" variant="primary" autoFocus className="w-full" />
        </div>
      </DialogBody>
      <DialogFooter>
        <Button onPress={onDone}>Done</Button>
      </DialogFooter>
    </>
  );
}
