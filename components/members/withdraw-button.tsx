"use client";

import { useRequest } from "@/components/api-keys/use-request";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import type { MemberActions } from "./member-actions";

/** Withdraws an invitation at once: whoever was meant can be invited again. */
export function WithdrawButton({
  id,
  email,
  revoke,
}: {
  id: string;
  email: string;
  revoke: MemberActions["revokeInvitation"];
}) {
  const { isPending, failure, send } = useRequest();
  return (
    <>
      <Button
        size="sm"
        variant="danger-ghost"
        aria-label={`Withdraw the invitation of ${email}`}
        isPending={isPending}
        pendingLabel="Withdrawing"
        onPress={() =>
          send(
            () => revoke({ id }),
            () => toast(`The invitation of ${email} was withdrawn`),
          )
        }
      >
        Withdraw
      </Button>
      {failure ? (
        <p role="alert" className="text-sm text-danger-text">
          {failure}
        </p>
      ) : null}
    </>
  );
}
