import NextLink from "next/link";
import type { ComponentProps } from "react";
import { type ButtonSize, type ButtonVariant, buttonStyle } from "./button-style";
import { classNames } from "./class-names";

/** A link within text. */
export function Link({ className, ...props }: ComponentProps<typeof NextLink>) {
  return (
    <NextLink
      {...props}
      className={classNames(
        "rounded-sm text-accent-text underline decoration-1 underline-offset-3 hover:decoration-2",
        className,
      )}
    />
  );
}

/** A link that looks like a button. */
export function LinkButton({
  variant,
  size,
  className,
  ...props
}: ComponentProps<typeof NextLink> & { variant?: ButtonVariant; size?: ButtonSize }) {
  return <NextLink {...props} className={buttonStyle({ variant, size, className })} />;
}
