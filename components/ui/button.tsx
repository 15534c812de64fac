"use client";

import { LoaderCircle } from "lucide-react";
import type { ReactNode, Ref } from "react";
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from "react-aria-components/Button";
import { type ButtonSize, type ButtonVariant, buttonStyle } from "./button-style";
import { Tooltip } from "./tooltip";

export interface ButtonProps extends Omit<AriaButtonProps, "className" | "children" | "style"> {
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** What is announced while `isPending`. */
  pendingLabel?: string;
  className?: string;
  children: ReactNode;
  ref?: Ref<HTMLButtonElement>;
}

/** A button; `type` is "button" unless told. While `isPending` it keeps focus and width but does nothing. */
export function Button({
  variant,
  size,
  isPending,
  pendingLabel = "Working",
  className,
  children,
  ...props
}: ButtonProps) {
  return (
    <>
      <AriaButton
        {...props}
        // Not React Aria's own isPending: its announcement points at this button even after it is gone.
        {...(isPending ? idle : null)}
        className={buttonStyle({ variant, size, className })}
      >
        {isPending ? (
          <>
            <span className="inline-flex items-center gap-2 opacity-0">{children}</span>
            <LoaderCircle aria-hidden className="absolute animate-spin" />
          </>
        ) : (
          children
        )}
      </AriaButton>
      {isPending === undefined ? null : (
        <span role="status" className="sr-only">
          {isPending ? pendingLabel : ""}
        </span>
      )}
    </>
  );
}

/** A button that shows only an icon: `aria-label` names it, for screen readers and in its tooltip. */
export function IconButton({
  variant = "ghost",
  size,
  className,
  ...props
}: Omit<ButtonProps, "isPending" | "pendingLabel"> & { "aria-label": string }) {
  return (
    <Tooltip content={props["aria-label"]}>
      <AriaButton {...props} className={buttonStyle({ variant, size, className, iconOnly: true })} />
    </Tooltip>
  );
}

/** Focusable but without effect; also when Enter in a field presses the form's submit button. */
const idle = {
  "aria-disabled": true,
  onPress: undefined,
  onClick: (event: { preventDefault(): void }) => event.preventDefault(),
};
