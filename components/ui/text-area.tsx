import { type ComponentProps, useId } from "react";
import { classNames } from "./class-names";
import { controlStyle, describedBy, Field, type FieldProps } from "./field";

/** A labelled input of several lines, growing with its text. Takes every attribute of a textarea. */
export function TextArea({
  label,
  description,
  error,
  hideLabel,
  className,
  inputClassName,
  ...input
}: FieldProps & ComponentProps<"textarea"> & { inputClassName?: string }) {
  const ownId = useId();
  const id = input.id ?? ownId;
  return (
    <Field {...{ id, label, description, error, hideLabel, className }}>
      <textarea
        rows={4}
        {...input}
        {...describedBy(id, { description, error })}
        id={id}
        className={classNames(controlStyle, "field-sizing-content max-h-96 py-2", inputClassName)}
      />
    </Field>
  );
}
