import { type ComponentProps, type ReactNode, useId } from "react";
import { classNames } from "./class-names";
import { describedBy, FieldNotes, type FieldProps } from "./field";

/** A named group of native radio buttons that share a `name`; children are Radios. */
export function RadioGroup({
  label,
  description,
  error,
  hideLabel,
  className,
  children,
}: FieldProps & { className?: string; children: ReactNode }) {
  const id = useId();
  return (
    <div
      role="radiogroup"
      aria-labelledby={`${id}-label`}
      {...describedBy(id, { description, error })}
      className="flex min-w-0 flex-col gap-1.5"
    >
      <span id={`${id}-label`} className={hideLabel ? "sr-only" : "text-sm font-medium"}>
        {label}
      </span>
      <div className={className ?? "flex flex-col gap-1.5"}>{children}</div>
      <FieldNotes id={id} description={description} error={error} />
    </div>
  );
}

/** One choice; takes every attribute of an input. */
export function Radio({
  label,
  description,
  className,
  ...input
}: Pick<FieldProps, "label" | "description"> & Omit<ComponentProps<"input">, "type">) {
  const id = useId();
  return (
    <label className={classNames("flex min-h-6 items-start gap-2.5 py-0.5", className)}>
      <input
        {...input}
        type="radio"
        aria-labelledby={`${id}-label`}
        {...describedBy(id, { description })}
        className={radioStyle}
      />
      <span className="flex min-w-0 flex-col">
        <span id={`${id}-label`}>{label}</span>
        {description ? (
          <span id={`${id}-description`} className="text-sm text-text-muted">
            {description}
          </span>
        ) : null}
      </span>
    </label>
  );
}

const radioStyle = classNames(
  "mt-0.75 size-4 shrink-0 appearance-none rounded-full border border-border-strong bg-surface",
  "checked:border-5 checked:border-accent disabled:cursor-not-allowed forced-colors:appearance-auto",
);
