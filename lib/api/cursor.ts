import { z } from "zod";
import { invalid } from "@/lib/errors";
import { instant } from "./dates";

/** Where a row stands in a list that goes from the newest to the oldest, ties by id. */
export type Position = { created_at: Date; id: string };

/** What a cursor holds: the row that it follows, how many came before, their first count, and what it is good for. */
const Cursor = z.strictObject({
  created_at: instant,
  id: z.uuid(),
  offset: z.int().min(0),
  total: z.int().min(0),
  seal: z.string(),
});
export type Cursor = z.output<typeof Cursor>;

/** Far more rows than a list has. What counts further was made up, and could not be counted on from there. */
const MAX_ROWS = 1_000_000_000_000;

/** Packs a cursor into the opaque text that callers send back. It holds nothing secret, so it is not signed. */
export function closeCursor({ created_at, id }: Position, rest: Omit<Cursor, keyof Position>): string {
  const cursor = z.encode(Cursor, { created_at, id, ...rest });
  return Buffer.from(JSON.stringify(cursor)).toString("base64url");
}

/** Reads a cursor that was made under the same seal: for the same list and filters. Throws 422 for any other text. */
export function openCursor(text: string, seal: string): Cursor {
  const parsed = CursorText.safeParse(text);
  if (parsed.success && parsed.data.seal === seal && countOf(parsed.data) <= MAX_ROWS) return parsed.data;
  throw invalid("cursor", "cursor must be the meta.cursor of the page before, with the same filters");
}

function countOf({ offset, total }: Cursor): number {
  return Math.max(offset, total);
}

const CursorText = z
  .base64url()
  .transform((text, context) => {
    try {
      return JSON.parse(Buffer.from(text, "base64url").toString());
    } catch {
      context.issues.push({ code: "custom", input: text });
    }
  })
  .pipe(Cursor);
