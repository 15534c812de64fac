import { type ComponentProps, type ReactNode, useId } from "react";
import { classNames } from "./class-names";
import { describedBy, FieldNotes, type FieldProps } from "./field";

/** A named group of native radio buttons that share a `name`; children are Radio or RadioCard. */
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

interface RadioProps extends Omit<ComponentProps<"input">, "type"> {
  label: ReactNode;
  description?: ReactNode;
}

/** One choice as a plain line; takes every attribute of an input. */
export function Radio({ className, ...props }: RadioProps) {
  return <Choice {...props} className={classNames("py-0.5", className)} />;
}

/** One choice as a bordered card that is highlighted when chosen. */
export function RadioCard({ className, ...props }: RadioProps) {
  return (
    <Choice
      {...props}
      className={classNames(
        "rounded border bg-surface px-3 py-2 transition-colors hover:bg-surface-hover",
        "has-checked:border-accent has-checked:bg-accent-soft has-disabled:opacity-50",
        "has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus",
        className,
      )}
    />
  );
}

function Choice({ label, description, className, ...input }: RadioProps) {
  const id = useId();
  return (
    <label className={classNames("flex min-h-6 items-start gap-2.5", className)}>
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
