import { isMissingRow, violatedConstraint } from "@/lib/db";
import { AppError } from "@/lib/errors";

type Refusals = Record<string, (name: string) => AppError>;

/**
 * Makes the handler that says in the API's words why the database refused a write. Throws every other error as it is.
 * @param name what one row is called
 * @param constraints names of unique indexes and foreign keys, and what it means to violate each
 */
export function refusalOf(name: string, constraints: Refusals): (error: unknown) => never {
  return (error) => {
    if (isMissingRow(error)) throw notFound(name);
    throw constraints[violatedConstraint(error) ?? ""]?.(name) ?? error;
  };
}

/** The one 404 for a row that is unknown, foreign or deleted. */
export function notFound(name: string): AppError {
  return new AppError("not_found", `${name} not found`);
}

/** Another row has the same in these fields, which together must be unique. */
export function taken(...fields: [string, ...string[]]) {
  const field = fields.length === 1 ? fields[0] : undefined;
  return (name: string) =>
    new AppError("duplicate", `${name} with this ${fields.join(" and ")} already exists`, { field });
}

/** The row that a field refers to is unknown or foreign: the same for both. */
export function unknown(field: string, name: string) {
  return () => new AppError("validation_error", `${name} not found`, { field });
}

/** Others refer to the row, which therefore cannot go. */
export function inUse(by: string) {
  return (name: string) => new AppError("conflict", `${name} has ${by}`);
}
