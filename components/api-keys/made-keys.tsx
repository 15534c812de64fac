import { useCallback, useState } from "react";
import { Callout } from "@/components/ui/callout";
import { Checkbox } from "@/components/ui/checkbox";
import type { KeyActions } from "./key-summary";
import { firstNames, keysText } from "./keys-text";
import { useAnswer } from "./use-answer";

/**
 * The living keys that those with these ids made, with the question whether they go too: `question` asks it and names
 * some of them, and nothing where there are none; `taken` is how many more keys than the `ids` would be revoked.
 */
export function useMadeKeys(descendantsOf: KeyActions["descendantsOf"], initialIds: string[]) {
  const [ids] = useState(initialIds);
  const ask = useCallback(({ id }: { id: string[] }) => descendantsOf({ ids: id }), [descendantsOf]);
  const made = useAnswer(ask, ids) ?? [];
  const [isTaken, setTaken] = useState(true);
  const question =
    made.length > 0 ? (
      <Callout
        tone="warning"
        title={`${ids.length === 1 ? "It" : "They"} made ${keysText(made.length)} still in force`}
      >
        <Checkbox
          label={ids.length === 1 ? "Revoke what it made too" : "Revoke what they made too"}
          checked={isTaken}
          onChange={(event) => setTaken(event.target.checked)}
        />
        <p className="wrap-anywhere">{firstNames(made.map(({ name }) => name))}</p>
      </Callout>
    ) : null;
  return { question, taken: isTaken ? made.length : 0 };
}
