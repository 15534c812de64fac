"use client";

import { UserPlus } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { NewInvitation } from "@/lib/members/member";
import { InvitationReveal } from "./invitation-reveal";
import { InviteForm } from "./invite-form";
import type { MemberActions } from "./member-actions";

/** Invites somebody; ends in the link, which leaves this component's memory when the dialog closes. */
export function InviteButton({ invite }: { invite: MemberActions["invite"] }) {
  const [isOpen, setOpen] = useState(false);
  const [isPending, setPending] = useState(false);
  const [made, setMade] = useState<NewInvitation | null>(null);

  function toggle(next: boolean) {
    setOpen(next);
    if (!next) setMade(null);
  }

  // A page kept by the back-forward cache must not keep the link.
  useEffect(() => {
    const forget = () => {
      setOpen(false);
      setMade(null);
    };
    window.addEventListener("pagehide", forget);
    return () => window.removeEventListener("pagehide", forget);
  }, []);

  return (
    <>
      <Button variant="primary" onPress={() => toggle(true)}>
        <UserPlus aria-hidden />
        Invite member
      </Button>
      {/* One dialog for both steps: between two, focus could be lost to the page behind them. */}
      <Dialog
        title={made ? "Invitation ready" : "Invite a member"}
        description={made?.email}
        isOpen={isOpen}
        isDismissable={made === null && !isPending}
        onOpenChange={toggle}
      >
        {made ? (
          <InvitationReveal made={made} onDone={() => toggle(false)} />
        ) : (
          <InviteForm
            invite={invite}
            onPending={setPending}
            onInvited={setMade}
            onCancel={() => toggle(false)}
          />
        )}
      </Dialog>
    </>
  );
}
