"use client";

import type { KeyActions } from "@/components/api-keys/key-summary";
import { LONG_AGO } from "@/components/api-keys/long-ago";
import { useRequest } from "@/components/api-keys/use-request";
import { Button } from "@/components/ui/button";
import { FormError } from "@/components/ui/form-error";
import { toast } from "@/components/ui/toast";

/** Ends the old key of a rotation before its grace period is over. */
export function FinishNow({
  id,
  isRecommended,
  change,
}: {
  id: string;
  isRecommended: boolean;
  change: KeyActions["change"];
}) {
  const { isPending, failure, send } = useRequest();
  const finish = () =>
    send(
      () => change({ id, patch: { expires_at: LONG_AGO } }),
      () => toast("The old key has ended"),
    );
  return (
    <div className="mt-2 flex flex-col items-start gap-2">
      <FormError>{failure}</FormError>
      <Button
        variant={isRecommended ? "primary" : "secondary"}
        isPending={isPending}
        pendingLabel="Ending the old key"
        onPress={() => void finish()}
      >
        Finish now
      </Button>
    </div>
  );
}
