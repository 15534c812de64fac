"use client";

import { Check, Copy } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Dialog } from "react-aria-components/Dialog";
import { Input } from "react-aria-components/Input";
import { Label } from "react-aria-components/Label";
import { Popover } from "react-aria-components/Popover";
import { TextField } from "react-aria-components/TextField";
import { Button, type ButtonProps, IconButton } from "./button";
import { classNames } from "./class-names";
import { copyText } from "./copy-text";
import { controlStyle } from "./field";

/**
 * Copies `text` and says so for two seconds. Where the browser refuses, the text appears selected, with the keys to
 * press; only then does it enter the page. `iconOnly` keeps the label for its tooltip and screen readers.
 */
export function CopyButton({
  text,
  label = "Copy",
  iconOnly = false,
  onCopied,
  variant = iconOnly ? "ghost" : "secondary",
  size = iconOnly ? "sm" : "md",
  autoFocus = false,
  className,
}: {
  text: string;
  label?: string;
  iconOnly?: boolean;
  onCopied?: () => void;
} & Pick<ButtonProps, "variant" | "size" | "autoFocus" | "className">) {
  const [state, setState] = useState<"idle" | "copied" | "refused">("idle");
  const button = useRef<HTMLButtonElement>(null);

  // React Aria's own waits for transitions where Enter sent the form before, and meanwhile the focus may go elsewhere.
  useEffect(() => {
    if (autoFocus) button.current?.focus({ preventScroll: true });
  }, [autoFocus]);

  useEffect(() => {
    if (state !== "copied") return;
    const timer = setTimeout(() => setState("idle"), 2000);
    return () => clearTimeout(timer);
  }, [state]);

  async function copy() {
    const copied = await copyText(text);
    setState(copied ? "copied" : "refused");
    if (copied) onCopied?.();
  }

  const isCopied = state === "copied";
  return (
    <span className={classNames("relative inline-flex", className)}>
      {iconOnly ? (
        <IconButton {...{ variant, size }} ref={button} aria-label={label} onPress={copy}>
          {isCopied ? <Check aria-hidden /> : <Copy aria-hidden />}
        </IconButton>
      ) : (
        <Button {...{ variant, size }} ref={button} onPress={copy} className="flex-1">
          {/* Covered by "Copied", it keeps the button's name and width. */}
          <span className={classNames("inline-flex items-center gap-2", isCopied && "opacity-0")}>
            <Copy aria-hidden />
            {label}
          </span>
        </Button>
      )}
      <span
        role="status"
        className={classNames(
          "pointer-events-none absolute inset-y-0 flex items-center",
          iconOnly ? "end-full" : "inset-x-0 justify-center",
        )}
      >
        {isCopied ? (
          <span
            className={
              iconOnly
                ? "rounded-sm bg-success-soft px-1.5 py-0.5 text-xs font-medium text-success-text"
                : classNames("font-medium", variant === "primary" && "text-accent-on")
            }
          >
            Copied
          </span>
        ) : null}
      </span>
      <Popover
        triggerRef={button}
        isOpen={state === "refused"}
        onOpenChange={() => setState("idle")}
        className="w-96 max-w-[calc(100vw-2rem)] rounded-lg border bg-surface-raised p-3 shadow-overlay"
      >
        <SelectedText text={text} />
      </Popover>
    </span>
  );
}

function SelectedText({ text }: { text: string }) {
  return (
    <Dialog aria-label="Copy by hand" className="outline-none">
      {/* React Aria's field, whose autoFocus waits until the popover may take focus from a dialog below it. */}
      <TextField isReadOnly autoFocus value={text} className="flex flex-col gap-2">
        <Label className="text-sm">
          The browser did not allow copying. The text below is selected: press Ctrl+C, or ⌘C on a Mac.
        </Label>
        <Input
          onFocus={(event) => event.currentTarget.select()}
          className={`${controlStyle} h-9 font-mono`}
        />
      </TextField>
    </Dialog>
  );
}
