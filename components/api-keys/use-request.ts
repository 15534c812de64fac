import { useRouter } from "next/navigation";
import { useState } from "react";
import { useStepUp } from "@/components/auth/step-up";
import type { Answer } from "@/lib/errors";
import { ask, faultText, mayHaveChanged } from "./ask";

/**
 * One request of a dialog: pending while it runs, and while a newer proof is asked for that it wants; on success the list is drawn anew, on failure the reason
 * stays.
 */
export function useRequest() {
  const router = useRouter();
  const stepUp = useStepUp();
  const [isPending, setPending] = useState(false);
  const [failure, setFailure] = useState<string>();

  async function send<T>(run: () => Promise<Answer<T>>, onSuccess: (data: T) => void): Promise<void> {
    setPending(true);
    setFailure(undefined);
    const answer = await stepUp(() => ask(run()));
    setPending(false);
    if (mayHaveChanged(answer)) router.refresh();
    if (answer.ok) onSuccess(answer.data);
    else setFailure(faultText(answer.errors));
  }

  return { isPending, failure, send };
}
