"use client";

import { Check, Copy } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Dialog } from "react-aria-components/Dialog";
import { Input } from "react-aria-components/Input";
import { Label } from "react-aria-components/Label";
import { Popover } from "react-aria-components/Popover";
import { TextField } from "react-aria-components/TextField";
import { Button, type ButtonProps, IconButton } from "./button";
import { copyText } from "./copy-text";
import { controlStyle } from "./field";

/**
 * Copies `text` and says so. Where the browser refuses, the text appears selected, with the keys to
 * press; only then does it enter the page. `iconOnly` keeps the label for its tooltip and screen readers.
 */
export function CopyButton({
  text,
  label = "Copy",
  iconOnly = false,
  onCopied,
  variant = iconOnly ? "ghost" : "secondary",
  size = iconOnly ? "sm" : "md",
  ...props
}: {
  text: string;
  label?: string;
  iconOnly?: boolean;
  onCopied?: () => void;
} & Pick<ButtonProps, "variant" | "size" | "autoFocus" | "className">) {
  const [state, setState] = useState<"idle" | "copied" | "refused">("idle");
  const button = useRef<HTMLButtonElement>(null);

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

  const icon = state === "copied" ? <Check aria-hidden /> : <Copy aria-hidden />;
  return (
    <>
      {iconOnly ? (
        <IconButton {...props} {...{ variant, size }} ref={button} aria-label={label} onPress={copy}>
          {icon}
        </IconButton>
      ) : (
        <Button {...props} {...{ variant, size }} ref={button} onPress={copy}>
          {icon}
          {label}
        </Button>
      )}
      <span role="status" className="sr-only">
        {state === "copied" ? "Copied" : ""}
      </span>
      <Popover
        triggerRef={button}
        isOpen={state === "refused"}
        onOpenChange={() => setState("idle")}
        className="w-96 max-w-[calc(100vw-2rem)] rounded-lg border bg-surface-raised p-3 shadow-overlay"
      >
        <SelectedText text={text} />
      </Popover>
    </>
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
