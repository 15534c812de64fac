import { ChevronDown } from "lucide-react";
import { type ComponentProps, useId } from "react";
import { classNames } from "./class-names";
import { controlStyle, describedBy, Field, type FieldProps } from "./field";

/**
 * A labelled native select (the platform's own list on phones, works without scripts). Takes every
 * attribute of a select; its children are `<option>`s.
 */
export function Select({
  label,
  description,
  error,
  hideLabel,
  className,
  ...select
}: FieldProps & ComponentProps<"select">) {
  const ownId = useId();
  const id = select.id ?? ownId;
  return (
    <Field {...{ id, label, description, error, hideLabel, className }}>
      <div className="relative">
        <select
          {...select}
          {...describedBy(id, { description, error })}
          id={id}
          className={classNames(controlStyle, "h-9 appearance-none pe-8")}
        />
        <ChevronDown
          aria-hidden
          className="pointer-events-none absolute inset-y-0 end-2.5 my-auto size-4 text-text-muted"
        />
      </div>
    </Field>
  );
}
