import type { z } from "zod";
import type { Fault } from "./errors";

/** How many faults are told at most: more would only make a small request a large answer. */
export const MAX_FAULTS = 100;
/** How much of a field's path is told: its names may be the caller's own, of any length. */
export const MAX_FIELD = 200;

type Parsed<T> = { ok: true; data: T } | { ok: false; faults: Fault[] };

/** Parses what came from outside. Returns the typed value, or one fault for each thing that is wrong with it. */
export function parse<Schema extends z.ZodType>(schema: Schema, input: unknown): Parsed<z.output<Schema>> {
  const parsed = schema.safeParse(input, { error: phrase });
  return parsed.success ? { ok: true, data: parsed.data } : { ok: false, faults: faultsOf(parsed.error) };
}

/**
 * What zod found wrong as faults. Each is a sentence that begins with the field's path, "email is required"; so a
 * schema's own messages continue one: "must be a date".
 */
export function faultsOf(error: z.core.$ZodError): Fault[] {
  const faults = error.issues.flatMap((issue, index, issues) => {
    if (isMeasuredAgain(issue, issues[index + 1])) return [];
    if (issue.code !== "unrecognized_keys") return [fault(issue.path, issue.message)];
    return issue.keys.slice(0, MAX_FAULTS).map((key) => fault([...issue.path, key], "is not a known field"));
  });
  return faults.slice(0, MAX_FAULTS);
}

/** What is too large to be exact is told twice by zod: by that limit, then by the schema's own. */
function isMeasuredAgain(issue: z.core.$ZodIssue, next: z.core.$ZodIssue | undefined): boolean {
  const { code, path } = issue;
  return (
    (code === "too_big" || code === "too_small") && next?.code === code && next.path.join() === path.join()
  );
}

function fault(path: PropertyKey[], message: string): Fault {
  const code = "validation_error";
  const field = path.join(".").slice(0, MAX_FIELD).toWellFormed();
  if (field === "") return { code, message: message.replace(/^./, (first) => first.toUpperCase()) };
  return { code, message: `${field} ${message}`, field };
}

/** What is wrong, for every issue whose schema has no words of its own. */
function phrase(issue: z.core.$ZodRawIssue): string {
  if (issue.input === undefined) return "is required";
  if (issue.input === null) return "must not be null";
  switch (issue.code) {
    case "invalid_type":
      return `must be ${KINDS[issue.expected] ?? issue.expected}`;
    case "invalid_value":
      return `must be ${issue.values.length > 1 ? "one of " : ""}${issue.values.join(", ")}`;
    case "invalid_format":
      return `must be ${KINDS[issue.format] ?? "in the right format"}`;
    case "too_small":
      return `must ${MEASURES[issue.origin] ?? "be"} at least ${counted(issue.minimum, issue.origin)}`;
    case "too_big":
      return `must ${MEASURES[issue.origin] ?? "be"} at most ${counted(issue.maximum, issue.origin)}`;
    default:
      return "is not valid";
  }
}

const KINDS: Record<string, string> = {
  string: "a string",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "an object",
  record: "an object",
  uuid: "a UUID",
  email: "an e-mail address",
  url: "a URL",
};

const MEASURES: Record<string, string> = { string: "have", array: "have" };
const UNITS: Record<string, [one: string, more: string]> = {
  string: ["character", "characters"],
  array: ["entry", "entries"],
};

function counted(count: number | bigint, origin: string): string {
  const [one, more] = UNITS[origin] ?? [];
  return one ? `${count} ${Number(count) === 1 ? one : more}` : String(count);
}
