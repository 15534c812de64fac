import { useState } from "react";
import type { Answer } from "@/lib/errors";
import { faultText } from "./ask";
import { useSend } from "./use-send";

/**
 * One request of a dialog: pending until it is answered and the page drawn anew, and while a newer proof is asked for
 * that it wants; on failure the reason stays. `leaves`: success leads to another page.
 */
export function useRequest({ leaves = false }: { leaves?: boolean } = {}) {
  const sendAction = useSend();
  const [isPending, setPending] = useState(false);
  const [failure, setFailure] = useState<string>();

  async function send<T>(run: () => Promise<Answer<T>>, onSuccess: (data: T) => void): Promise<void> {
    setPending(true);
    setFailure(undefined);
    const answer = await sendAction(run, { leaves });
    setPending(false);
    if (answer.ok) onSuccess(answer.data);
    else setFailure(faultText(answer.errors));
  }

  return { isPending, failure, send };
}
