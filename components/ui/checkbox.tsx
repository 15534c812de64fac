"use client";

import { type ComponentProps, useEffect, useId, useRef } from "react";
import { classNames } from "./class-names";
import { describedBy, FieldNotes, type FieldProps } from "./field";

/**
 * A native checkbox with its label at the right; takes every attribute of an input.
 * `isIndeterminate` shows a dash: partly chosen, or implied by another choice.
 */
export function Checkbox({
  label,
  description,
  error,
  hideLabel,
  isIndeterminate = false,
  className,
  ref,
  ...input
}: FieldProps & Omit<ComponentProps<"input">, "type"> & { isIndeterminate?: boolean }) {
  const ownId = useId();
  const id = input.id ?? ownId;
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) box.current.indeterminate = isIndeterminate;
  });
  return (
    <div className={classNames("flex flex-col", className)}>
      <label
        className={classNames(
          "flex min-h-6 min-w-6 items-start gap-2.5 py-0.5",
          hideLabel ? "justify-center" : null,
          input.disabled ? "text-text-muted" : null,
        )}
      >
        <input
          {...input}
          {...describedBy(id, { description, error })}
          ref={(element) => {
            box.current = element;
            if (typeof ref === "function") return ref(element);
            if (ref) ref.current = element;
          }}
          id={id}
          type="checkbox"
          className={checkStyle}
        />
        <span className={hideLabel ? "sr-only" : "min-w-0"}>{label}</span>
      </label>
      {description || error ? (
        <div className="ms-6.5">
          <FieldNotes id={id} description={description} error={error} />
        </div>
      ) : null}
    </div>
  );
}

const checkStyle = classNames(
  "mt-0.75 size-4 shrink-0 appearance-none rounded-sm border border-border-strong bg-surface bg-center bg-no-repeat",
  "checked:border-accent checked:bg-accent checked:bg-[url(/check.svg)]",
  "indeterminate:border-accent indeterminate:bg-accent indeterminate:bg-[url(/dash.svg)]",
  "disabled:cursor-not-allowed disabled:checked:opacity-50 disabled:not-checked:border-border disabled:not-checked:bg-surface-hover aria-invalid:border-danger forced-colors:appearance-auto",
);
