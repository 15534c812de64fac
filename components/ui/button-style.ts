import { classNames } from "./class-names";

export type ButtonVariant = "primary" | "secondary" | "ghost" | "danger" | "danger-ghost";
export type ButtonSize = "sm" | "md";

/** The classes of everything that looks like a button: buttons and links alike. */
export function buttonStyle({
  variant = "secondary",
  size = "md",
  iconOnly = false,
  className,
}: {
  variant?: ButtonVariant;
  size?: ButtonSize;
  iconOnly?: boolean;
  className?: string;
}) {
  return classNames(
    "relative inline-flex shrink-0 items-center justify-center gap-2 rounded border font-medium whitespace-nowrap select-none no-underline",
    "transition-colors data-[disabled]:cursor-not-allowed data-[disabled]:opacity-50 aria-disabled:cursor-progress",
    "[&_svg]:size-4 [&_svg]:shrink-0",
    variants[variant],
    iconOnly ? squares[size] : sizes[size],
    className,
  );
}

const variants: Record<ButtonVariant, string> = {
  primary: "border-transparent bg-accent text-accent-on hover:bg-accent-hover data-[pressed]:bg-accent-hover",
  secondary:
    "border-border bg-surface-raised text-text shadow-[0_1px_1px_rgb(0_0_0/0.03)] hover:bg-surface-hover data-[pressed]:bg-surface-hover",
  ghost: "border-transparent text-text hover:bg-surface-hover data-[pressed]:bg-surface-hover",
  danger: "border-transparent bg-danger text-danger-on hover:bg-danger-hover data-[pressed]:bg-danger-hover",
  "danger-ghost": "border-transparent text-danger-text hover:bg-danger-soft data-[pressed]:bg-danger-soft",
};

const sizes: Record<ButtonSize, string> = {
  sm: "h-8 px-2.5 text-sm",
  md: "h-9 px-3.5",
};

const squares: Record<ButtonSize, string> = {
  sm: "size-8",
  md: "size-9",
};
