"use client";

import { type ComponentProps, useId, useState } from "react";
import { TextField } from "./text-field";

/** A password input whose text can be shown. Without scripts it is an ordinary password input. */
export function PasswordField(props: Omit<ComponentProps<typeof TextField>, "type" | "end">) {
  const [isShown, setShown] = useState(false);
  const ownId = useId();
  const id = props.id ?? ownId;
  return (
    <TextField
      autoCapitalize="none"
      autoCorrect="off"
      spellCheck={false}
      {...props}
      id={id}
      type={isShown ? "text" : "password"}
      end={
        <button
          type="button"
          aria-controls={id}
          onClick={() => setShown(!isShown)}
          className="h-7 min-w-12 rounded-sm px-2 text-sm font-medium text-text-muted hover:bg-surface-hover hover:text-text [@media(scripting:none)]:hidden"
        >
          {isShown ? "Hide" : "Show"}
        </button>
      }
    />
  );
}
