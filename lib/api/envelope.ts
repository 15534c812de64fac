import { z } from "zod";
import { ERRORS, type Fault } from "@/lib/errors";
import { MAX_FAULTS, MAX_FIELD } from "@/lib/faults";

/** How many rows a page has at most. */
export const MAX_LIMIT = 100;
/** How many characters a cursor has at most; far more than it needs. */
export const MAX_CURSOR = 1_000;

/** What an endpoint answers with: the schema of the whole body, and the way from a result to it. */
export type Shape<Result> = { schema: z.ZodType; encode(result: Result): unknown };

/** One row: `{"success":true,"data":{…},"errors":null}`. Only what `data` declares leaves; dates become text. */
export function one<Data extends z.ZodType>(data: Data): Shape<z.output<Data>> {
  const schema = z.object({ success: z.literal(true), data, errors: z.null() });
  return { schema, encode: (result) => encode(schema, { success: true, data: result, errors: null }) };
}

/** Where a page stands in its list. */
export const PageMeta = z
  .object({
    total: z.int().min(0).describe("How many rows match the filters, counted with the first page"),
    limit: z.int().min(1).max(MAX_LIMIT).describe("How many rows were asked for"),
    offset: z.int().min(0).describe("How many rows precede this page"),
    has_more: z.boolean().describe("Whether rows follow"),
    cursor: z
      .string()
      .meta({ maxLength: MAX_CURSOR })
      .nullable()
      .describe("Send it as `cursor` for the next page; null on the last page or where the sort has none"),
  })
  .meta({
    id: "PageMeta",
    examples: [{ total: 1, limit: 50, offset: 0, has_more: false, cursor: null }],
  });

/** A page of rows with where it stands. */
export type Listed<Row> = { data: Row[]; meta: z.output<typeof PageMeta> };

/** A page: as `one`, with a list as data and `meta` beside it. */
export function list<Item extends z.ZodType>(item: Item): Shape<Listed<z.output<Item>>> {
  const schema = z.object({
    success: z.literal(true),
    data: z.array(item).meta({ maxItems: MAX_LIMIT }),
    errors: z.null(),
    meta: PageMeta,
  });
  return { schema, encode: (page) => encode(schema, { success: true, errors: null, ...page }) };
}

/** A body outside the envelope, for formats that others define. */
export function bare<Body extends z.ZodType>(schema: Body): Shape<z.output<Body>> {
  return { schema, encode: (result) => z.encode(schema, result) };
}

// Services may also throw what only people in the browser meet; no key does, and it is no part of what we promise.
const CODES = Object.keys(ERRORS) as [Fault["code"], ...Fault["code"][]];

/** The body of every refusal. */
export const Failure = z
  .object({
    success: z.literal(false).describe("Whether it was done"),
    data: z.null().describe("Nothing"),
    errors: z
      .array(
        z.object({
          code: z.enum(CODES).describe("What kind of fault, for programs"),
          message: z.string().meta({ maxLength: 1_000 }).describe("What is wrong, for people"),
          field: z
            .string()
            .meta({ maxLength: MAX_FIELD })
            .optional()
            .describe("The path of the one field at fault, such as `tags.2`"),
        }),
      )
      .min(1)
      .meta({ maxItems: MAX_FAULTS })
      .describe("One for each thing that is wrong"),
  })
  .meta({ id: "Failure" });

/** Wraps faults, the first hundred: `{"success":false,"data":null,"errors":[…]}`. */
export function failure(errors: Fault[]): z.output<typeof Failure> {
  return { success: false, data: null, errors: errors.slice(0, MAX_FAULTS) };
}

// Generic data makes zod's own type of the whole unresolvable here; the signatures above are what holds.
function encode(schema: z.ZodType, body: unknown): unknown {
  return z.encode(schema, body);
}
