"use client";

import { useRef, useState } from "react";
import { Callout } from "@/components/ui/callout";
import { Checkbox } from "@/components/ui/checkbox";

/**
 * The tick that full access needs. `confirm` says whether it was given, where it is needed at all, and leads there if
 * not; `question` is drawn in the form.
 */
export function useFullAccess(isNeeded: boolean) {
  const [isConfirmed, setConfirmed] = useState(false);
  const [isMissing, setMissing] = useState(false);
  const tick = useRef<HTMLInputElement>(null);

  function confirm(): boolean {
    if (!isNeeded || isConfirmed) return true;
    setMissing(true);
    tick.current?.focus();
    return false;
  }

  const question = isNeeded ? (
    <Callout tone="warning" title="Full access">
      <Checkbox
        ref={tick}
        label="I want this key to do everything, including making and revoking API keys"
        checked={isConfirmed}
        onChange={(event) => {
          setConfirmed(event.target.checked);
          setMissing(false);
        }}
        error={isMissing ? "Confirm this, or choose narrower scopes." : undefined}
      />
    </Callout>
  ) : null;
  return { confirm, question };
}
