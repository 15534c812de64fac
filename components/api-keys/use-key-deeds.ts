import { useRouter } from "next/navigation";
import { useState } from "react";
import { useStepUp } from "@/components/auth/step-up";
import { toast } from "@/components/ui/toast";
import { ask, faultText, mayHaveChanged } from "./ask";
import type { KeyDeed } from "./deeds";
import type { KeyQuestion } from "./key-dialog";
import type { KeyActions, KeySummary } from "./key-summary";
import { useNewSecret } from "./new-secret";

/** What choosing from a key's menu does: enable at once, rotate in the NewSecret around, the rest asked in a dialog. */
export function useKeyDeeds(change: KeyActions["change"]) {
  const router = useRouter();
  const stepUp = useStepUp();
  const { rotate } = useNewSecret();
  const [question, setQuestion] = useState<KeyQuestion | null>(null);

  async function enable({ id, name }: KeySummary) {
    const answer = await stepUp(() => ask(change({ id, patch: { enabled: true } })));
    if (mayHaveChanged(answer)) router.refresh();
    if (answer.ok) toast(`${name} works again`);
    else if (answer.errors.length > 0)
      toast(`${name} was not enabled`, { tone: "danger", description: faultText(answer.errors) });
  }

  function act(what: KeyDeed, row: KeySummary) {
    if (what === "enable") void enable(row);
    else if (what === "rotate") rotate(row);
    else setQuestion({ what, row });
  }

  return { question, act, close: () => setQuestion(null) };
}
