import { z } from "zod";
import { Failure } from "@/lib/api/envelope";
import { MAX_OPERATIONS, WrittenRow } from "./bulk-operation";
import { EXAMPLES } from "./examples";

/** What became of one operation. */
const Result = z.object({
  index: z.int().min(0).describe("The operation's place in the request, from 0"),
  status: z.int().describe("The status that the operation would have had alone"),
  data: WrittenRow.nullable().describe("The row as it was written"),
  errors: Failure.shape.errors
    .nullable()
    .describe("Why it was refused; fields are named from the request on"),
});
export type Result = z.output<typeof Result>;

/** What became of all of them. */
export const BulkResult = z
  .object({
    succeeded: z.int().min(0).describe("How many operations were carried out"),
    failed: z.int().min(0).describe("How many were refused"),
    results: z
      .array(Result)
      .meta({ maxItems: MAX_OPERATIONS })
      .describe("One for each operation, in the order of the request"),
  })
  .meta({
    id: "BulkResult",
    examples: [
      {
        succeeded: 1,
        failed: 0,
        results: [{ index: 0, status: 201, data: EXAMPLES.Candidate, errors: null }],
      },
    ],
  });
