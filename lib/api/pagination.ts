import { hash } from "node:crypto";
import { z } from "zod";
import { invalid } from "@/lib/errors";
import { closeCursor, openCursor, type Position } from "./cursor";
import { type Listed, MAX_CURSOR, MAX_LIMIT } from "./envelope";

const DEFAULT_LIMIT = 50;
const MAX_OFFSET = 1_000_000;

/** The rows to fetch: so many, behind `after` or behind the first `offset`. `total` is there where it is known. */
export type Slice = { limit: number; offset: number; after?: Position; total?: number };

const PAGE = {
  limit: wholeNumber(1, MAX_LIMIT).prefault(DEFAULT_LIMIT).describe("How many rows to return at most"),
  offset: wholeNumber(0, MAX_OFFSET).optional().describe("How many rows to skip; 0 unless given"),
  cursor: z
    .string()
    .meta({ maxLength: MAX_CURSOR, pattern: "^[A-Za-z0-9_-]+$" })
    .optional()
    .describe("The `meta.cursor` of the page before, in place of `offset`, with the same filters"),
};

/** The query of a list: its filters, and which page of it. */
export function paged<Filters extends z.core.$ZodLooseShape>(filters: Filters) {
  return z.strictObject({ ...filters, ...PAGE });
}

type PageQuery = { limit: number; offset?: number | undefined; cursor?: string | undefined };
/** The schema of a list's query, as `paged` makes it. */
export type ListQuery = z.ZodObject & z.ZodType<PageQuery>;

/**
 * Answers a list request: reads the page's place from the query, has its rows fetched (one more than asked for, to see
 * whether there are more) and says where the page stands. The cursor that it hands out names the last row, and holds
 * for this list with these filters only. Throws 422 for any other cursor, or one beside `offset`.
 * @param list what the cursor is good for besides the filters: the list's path
 * @param seekable whether the rows come newest first, ties by id; else there are no cursors
 */
export async function paginate<Row extends Position>(
  list: string,
  query: PageQuery,
  fetch: (slice: Slice) => Promise<{ rows: Row[]; total: number }>,
  seekable = true,
): Promise<Listed<Row>> {
  const { limit, offset, cursor, ...filters } = query;
  if (cursor !== undefined && offset !== undefined)
    throw invalid("cursor", "cursor cannot be used with offset");
  const seal = hash("sha256", JSON.stringify([list, filters]), "base64url");
  const from = cursor === undefined ? undefined : openCursor(cursor, seal);
  const skipped = from?.offset ?? offset ?? 0;

  const { rows, total } = await fetch({
    limit: limit + 1,
    offset: from ? 0 : skipped,
    after: from && { created_at: from.created_at, id: from.id },
    total: from?.total,
  });
  const data = rows.slice(0, limit);
  const last = rows.length > limit ? data.at(-1) : undefined;
  return {
    data,
    meta: {
      total,
      limit,
      offset: skipped,
      has_more: last !== undefined,
      cursor: last && seekable ? closeCursor(last, { offset: skipped + limit, total, seal }) : null,
    },
  };
}

/** A whole number in decimal digits. Anything else is left as it is, for the number's check to refuse. */
function wholeNumber(min: number, max: number) {
  const message = `must be a whole number from ${min} to ${max}`;
  const digits = (value: unknown) =>
    typeof value === "string" && /^\d{1,9}$/.test(value) ? Number(value) : value;
  return z.preprocess(digits, z.int(message).min(min, message).max(max, message));
}
