import { z } from "zod";
import { endpoint } from "@/lib/api/endpoint";
import { one } from "@/lib/api/envelope";
import { runEach } from "./bulk-each";
import { MAX_OPERATIONS, Operation } from "./bulk-operation";
import { BulkResult } from "./bulk-result";
import { runTogether } from "./bulk-together";

const OPERATIONS_A_CALL = 100;

export const bulk = {
  run: endpoint({
    method: "POST",
    path: "/bulk",
    id: "bulk.run",
    summary: "Create, change and delete many rows",
    description:
      "Each operation also needs the write scope of its resource. With `atomic`, or with an `Idempotency-Key`, any answer but 200 means that nothing was done. With neither, the operations are carried out fifty at a time, and those done before an answer of 5xx, or of 401 to a key that ended meanwhile, stay done.",
    scope: "bulk:write",
    body: z.strictObject({
      atomic: z
        .boolean()
        .optional()
        .describe("All or nothing: the first failure is the answer, and nothing is changed"),
      operations: z.array(Operation).min(1).max(MAX_OPERATIONS).describe("Carried out in this order"),
    }),
    maxBytes: 8 * 1024 * 1024,
    cost: ({ operations }) => Math.ceil(operations.length / OPERATIONS_A_CALL),
    response: one(BulkResult),
    // With `atomic` any failure of an operation can be the answer.
    errors: ["not_found", "duplicate", "conflict"],
    run: async ({ actor, now, body: { atomic, operations } }) => {
      const results = await (atomic ? runTogether : runEach)(operations, actor, now);
      const succeeded = results.filter(({ errors }) => errors === null).length;
      return { succeeded, failed: results.length - succeeded, results };
    },
  }),
};
