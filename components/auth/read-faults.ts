import type { Fault } from "@/lib/errors";

export type FieldErrors<Labels extends object> = { [Field in keyof Labels]?: string };

/**
 * Puts faults where they belong: at each field the first sentence about it, beginning with the field's label; whatever
 * concerns no field of the form as one text.
 */
export function readFaults<Labels extends Record<string, string>>(
  faults: readonly Fault[],
  labels: Labels,
): { fields: FieldErrors<Labels>; form: string | undefined } {
  const fields: Record<string, string> = {};
  const form: string[] = [];
  for (const { field, message } of faults) {
    const label = field === undefined ? undefined : labels[field];
    if (field === undefined || label === undefined) form.push(message);
    else fields[field] ??= `${message.replace(field, label)}.`;
  }
  return { fields: fields as FieldErrors<Labels>, form: form.join(" ") || undefined };
}
