import type { z } from "zod";

/**
 * The schema of a change to what `create` makes: any of its fields, at least one. It must have no defaults.
 * @param example a change as the document shows it
 */
export function patchOf<Shape extends z.core.$ZodLooseShape, Config extends z.core.$ZodObjectConfig>(
  create: z.ZodObject<Shape, Config>,
  example: Partial<z.input<z.ZodObject<Shape, Config>>>,
) {
  return create
    .partial()
    .refine((patch) => Object.keys(patch).length > 0, {
      error: "give at least one field to change",
      // One entry a fault: an unknown field is told as such.
      when: ({ issues }) => issues.length === 0,
    })
    .meta({ minProperties: 1, examples: [example] });
}
