import { useStepUp } from "@/components/auth/step-up";
import type { Answer } from "@/lib/errors";
import { ask, mayHaveChanged } from "./ask";
import { useRefresh } from "./use-refresh";

/**
 * Runs a server action, asking for a newer proof of who this is where it wants one. Where something may have become
 * another, the page is drawn anew before the answer is given, unless success `leaves` it.
 */
export function useSend(): <T>(
  run: () => Promise<Answer<T>>,
  options?: { leaves?: boolean },
) => Promise<Answer<T>> {
  const stepUp = useStepUp();
  const refresh = useRefresh();
  return async (run, { leaves = false } = {}) => {
    const answer = await stepUp(() => ask(run()));
    if (mayHaveChanged(answer)) {
      const drawn = refresh();
      if (!(leaves && answer.ok)) await drawn;
    }
    return answer;
  };
}
