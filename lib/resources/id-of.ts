import { z } from "zod";
import { EXAMPLES, type Kind } from "./examples";

/** The id of another row, shown as that of the example of its kind. */
export function reference(kind: Kind) {
  return z.uuid().meta({ examples: [EXAMPLES[kind].id] });
}

/**
 * The parameter of a path that names one row. What can be no id is not found, in the same words as any other.
 * @param name what one row is called, where that is not its kind
 */
export function idOf(kind: Kind, name: string = kind) {
  return z.object({
    id: z
      .uuid(`${name} not found`)
      .meta({ examples: [EXAMPLES[kind].id] })
      .describe("The id of the row"),
  });
}
