import { z } from "zod";

/** The parameter of a path that names one row. What can be no id is not found, in the same words as any other. */
export function idOf(name: string) {
  return z.object({ id: z.uuid(`${name} not found`).describe("The id of the row") });
}
