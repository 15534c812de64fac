import { isMissingRow, violatedConstraint } from "@/lib/db";
import { AppError } from "@/lib/errors";

/**
 * Makes the handler that says in the API's words why the database refused a write: the row is not there, or another
 * has the same value in a unique field. Throws every other error as it is.
 * @param unique names of unique indexes, and the field that each is about
 */
export function refusalOf(name: string, unique: Record<string, string>): (error: unknown) => never {
  return (error) => {
    if (isMissingRow(error)) throw new AppError("not_found", `${name} not found`);
    const field = unique[violatedConstraint(error) ?? ""];
    if (field === undefined) throw error;
    throw new AppError("duplicate", `${name} with this ${field} already exists`, { field });
  };
}
