import { type ComponentProps, type ReactNode, useId } from "react";
import { classNames } from "./class-names";
import { controlStyle, describedBy, Field, type FieldProps } from "./field";

/**
 * A labelled one-line input. Takes every attribute of a native input, so `register("name")` of
 * react-hook-form spreads onto it and a plain form posts it without scripts. `end` stands inside,
 * at the right.
 */
export function TextField({
  label,
  description,
  error,
  hideLabel,
  end,
  className,
  ...input
}: FieldProps & ComponentProps<"input"> & { end?: ReactNode }) {
  const ownId = useId();
  const id = input.id ?? ownId;
  return (
    <Field {...{ id, label, description, error, hideLabel, className }}>
      <div className="relative">
        <input
          type="text"
          {...input}
          {...describedBy(id, { description, error })}
          id={id}
          className={classNames(controlStyle, "h-9", end ? "pe-16" : null)}
        />
        {end ? <div className="absolute inset-y-0 end-1 flex items-center">{end}</div> : null}
      </div>
    </Field>
  );
}
