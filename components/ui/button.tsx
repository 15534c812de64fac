"use client";

import type { ReactNode, Ref } from "react";
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from "react-aria-components/Button";
import { type ButtonSize, type ButtonVariant, buttonStyle } from "./button-style";
import { Spinner } from "./spinner";
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
  pendingLabel = "Working",
  className,
  children,
  ...props
}: ButtonProps) {
  return (
    <AriaButton {...props} className={buttonStyle({ variant, size, className })}>
      {props.isPending ? (
        <>
          <span className="inline-flex items-center gap-2 opacity-0">{children}</span>
          <Spinner label={pendingLabel} className="absolute" />
        </>
      ) : (
        children
      )}
    </AriaButton>
  );
}

/** A button that shows only an icon: `aria-label` names it, for screen readers and in its tooltip. */
export function IconButton({
  variant = "ghost",
  size,
  pendingLabel = "Working",
  className,
  children,
  ...props
}: ButtonProps & { "aria-label": string }) {
  return (
    <Tooltip content={props["aria-label"]}>
      <AriaButton {...props} className={buttonStyle({ variant, size, className, iconOnly: true })}>
        {props.isPending ? <Spinner label={pendingLabel} /> : children}
      </AriaButton>
    </Tooltip>
  );
}
