import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import type { Trial } from "./trial";

/** The input for one parameter: a choice where its values are listed, else text. */
export function ParameterField({
  parameter: { name, required, values, type, example },
  value,
  onChange,
}: {
  parameter: Trial["parameters"][number];
  value: string;
  onChange: (value: string) => void;
}) {
  const label = <span className="font-mono">{name}</span>;
  const listed = type.startsWith("boolean") ? ["true", "false"] : values;
  if (listed.length > 0)
    return (
      <Select
        label={label}
        value={value}
        required={required}
        onChange={(event) => onChange(event.target.value)}
      >
        <option value="">Not given</option>
        {listed.map((option) => (
          <option key={option}>{option}</option>
        ))}
      </Select>
    );
  return (
    <TextField
      label={label}
      value={value}
      required={required}
      placeholder={required ? example : undefined}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
