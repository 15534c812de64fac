"use client";

import { useState } from "react";
import { TextField } from "@/components/ui/text-field";
import { useReader } from "./reader";

/** Where the reader pastes a key; once for all operations. */
export function KeyField() {
  const { apiKey, setApiKey } = useReader();
  const [isShown, setShown] = useState(false);
  return (
    <TextField
      label="API key"
      description="Kept in memory only, and sent to this API only. It is gone when you leave or reload."
      value={apiKey}
      onChange={(event) => setApiKey(event.target.value.trim())}
      placeholder="pk_live_…"
      // Not a password input: the browser would offer to keep what it holds.
      style={isShown ? undefined : MASKED}
      autoComplete="off"
      autoCapitalize="none"
      autoCorrect="off"
      spellCheck={false}
      className="[&_input]:font-mono"
      end={
        <button
          type="button"
          aria-pressed={isShown}
          onClick={() => setShown(!isShown)}
          className="h-7 min-w-12 rounded-sm px-2 text-sm font-medium text-text-muted hover:bg-surface-hover hover:text-text"
        >
          Show
        </button>
      }
    />
  );
}

const MASKED = { WebkitTextSecurity: "disc" } as object;
