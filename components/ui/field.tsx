import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "./class-names";

/** What every control with a label has in common. */
export interface FieldProps {
  label: ReactNode;
  /** Stands below the control and is read with it. */
  description?: ReactNode;
  /** What is wrong with the value; marks the control as invalid. */
  error?: ReactNode;
  /** Keeps the label for screen readers only. */
  hideLabel?: boolean;
}

/** Label above, control, then error and description: the frame of a control with that `id`. */
export function Field({
  id,
  label,
  hideLabel,
  className,
  children,
  ...notes
}: FieldProps & { id: string; className?: string; children: ReactNode }) {
  return (
    <div className={classNames("flex min-w-0 flex-col gap-1.5", className)}>
      <label htmlFor={id} className={hideLabel ? "sr-only" : "self-start text-sm font-medium"}>
        {label}
      </label>
      {children}
      <FieldNotes id={id} {...notes} />
    </div>
  );
}

/** Error and description of the control with that `id`. */
export function FieldNotes({
  id,
  description,
  error,
}: Pick<FieldProps, "description" | "error"> & { id: string }) {
  return (
    <>
      {error ? (
        <p id={errorId(id)} className="flex gap-1.5 text-sm text-danger-text">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          <span className="min-w-0">{error}</span>
        </p>
      ) : null}
      {description ? (
        <p id={descriptionId(id)} className="text-sm text-text-muted">
          {description}
        </p>
      ) : null}
    </>
  );
}

/** The ARIA attributes that tie the control with that `id` to its notes. */
export function describedBy(id: string, { description, error }: Pick<FieldProps, "description" | "error">) {
  return {
    "aria-invalid": error ? true : undefined,
    "aria-describedby":
      classNames(error ? errorId(id) : null, description ? descriptionId(id) : null) || undefined,
  };
}

/**
 * The look of a text control. Phones get 16 px, below which Safari zooms in on focus. The margin brings what stands below
 * it into view with it.
 */
export const controlStyle = classNames(
  "w-full min-w-0 scroll-mb-24 rounded border border-border-strong bg-surface px-3 text-text max-md:text-lg",
  "aria-invalid:border-danger disabled:cursor-not-allowed disabled:opacity-60 [&[readonly]]:bg-surface-sunken",
  "focus-visible:outline-offset-0 focus-visible:border-focus",
);

const errorId = (id: string) => `${id}-error`;
const descriptionId = (id: string) => `${id}-description`;
