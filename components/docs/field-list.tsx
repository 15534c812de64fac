import { Fold } from "@/components/ui/fold";
import type { Field } from "./fields";
import { inline } from "./prose";

/** Fields under each other, each with what it may hold; those within are folded away. */
export function FieldList({ label, fields }: { label: string; fields: Field[] }) {
  return (
    <ul aria-label={label} className="divide-y border-y">
      {fields.map((field) => (
        <li key={field.name} className="flex min-w-0 flex-col gap-1 py-2.5">
          <p className="flex flex-wrap items-baseline gap-x-2">
            <code className="font-mono text-sm font-medium wrap-anywhere">{field.name}</code>
            <span className="text-sm text-text-muted">{field.type}</span>
            {field.required ? <span className="text-xs font-medium text-warning-text">required</span> : null}
          </p>
          {field.description ? <p>{inline(field.description)}</p> : null}
          <FieldNotes {...field} />
          {field.children.length > 0 ? (
            <Fold title={`Fields of ${field.name}`}>
              <FieldList label={`Fields of ${field.name}`} fields={field.children} />
            </Fold>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function FieldNotes({ notes, values }: Pick<Field, "notes" | "values">) {
  const listed = values.length > 0 ? `one of ${values.map((value) => `\`${value}\``).join(", ")}` : null;
  const all = [...notes, listed].filter((note) => note !== null);
  if (all.length === 0) return null;
  const text = all.join("; ");
  return (
    <p className="text-sm text-text-muted">{inline(`${text.charAt(0).toUpperCase()}${text.slice(1)}.`)}</p>
  );
}
