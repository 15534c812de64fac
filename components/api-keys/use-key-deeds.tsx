import { useState } from "react";
import { toast } from "@/components/ui/toast";
import { faultText } from "./ask";
import type { KeyDeed } from "./deeds";
import { KeyDialog, type KeyQuestion } from "./key-dialog";
import type { KeySummary } from "./key-summary";
import { useNewSecret } from "./new-secret";
import { useSend } from "./use-send";

/**
 * What choosing from a key's menu does: enable at once, rotate and replace in the NewSecret around, the rest asked in
 * `dialog`, which stands wherever this is used.
 */
export function useKeyDeeds() {
  const send = useSend();
  const { holder, actions, rotate, replace } = useNewSecret();
  const [question, setQuestion] = useState<KeyQuestion | null>(null);

  async function enable({ id, name }: KeySummary) {
    const answer = await send(() => actions.change({ id, patch: { enabled: true } }));
    if (answer.ok) toast(`${name} works again`);
    else if (answer.errors.length > 0)
      toast(`${name} was not enabled`, { tone: "danger", description: faultText(answer.errors) });
  }

  function act(what: KeyDeed, row: KeySummary) {
    if (what === "enable") void enable(row);
    else if (what === "rotate") rotate(row);
    else if (what === "replace") replace(row);
    else setQuestion({ what, row });
  }

  const dialog = question ? (
    <KeyDialog question={question} holder={holder} actions={actions} onClose={() => setQuestion(null)} />
  ) : null;
  return { act, dialog };
}
