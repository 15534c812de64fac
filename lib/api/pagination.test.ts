import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { parse } from "@/lib/faults";
import type { Position } from "./cursor";
import { paged, paginate, type Slice } from "./pagination";

const Query = paged({ tag: z.string().optional() });
const query = (given: Record<string, string> = {}) => Query.parse(given);

/** Rows in descending order; several share an instant. */
function rowsOf(count: number): Position[] {
  return Array.from({ length: count }, (_, index) => ({
    created_at: new Date(Date.UTC(2027, 0, 1) - Math.floor(index / 3) * 1_000),
    id: `00000000-0000-4000-8000-${String(count - index).padStart(12, "0")}`,
  }));
}

/** What the database does with a slice. */
const over = (rows: Position[]) => async (slice: Slice) => {
  const { after } = slice;
  const behind = after
    ? rows.filter(
        (row) =>
          +row.created_at < +after.created_at || (+row.created_at === +after.created_at && row.id < after.id),
      )
    : rows;
  return { rows: behind.slice(slice.offset, slice.offset + slice.limit), total: slice.total ?? rows.length };
};

describe("the query", () => {
  test("has a limit of 50 unless told otherwise", () => expect(query()).toEqual({ limit: 50 }));

  test.each([
    ["limit", "1"],
    ["limit", "100"],
    ["offset", "0"],
    ["offset", "1000000"],
  ])("%s=%s is right", (field, value) => expect(parse(Query, { [field]: value }).ok).toBe(true));

  test.each(["0", "101", "-1", "1.5", "1e1", "0x10", " 5", "5 ", "", "five", "９", "99999999999999999999"])(
    "limit=%j is refused in plain words",
    (limit) =>
      expect(parse(Query, { limit })).toMatchObject({
        ok: false,
        faults: [{ field: "limit", message: "limit must be a whole number from 1 to 100" }],
      }),
  );

  test("offset ends at a million", () => {
    expect(parse(Query, { offset: "1000001" }).ok).toBe(false);
  });
});

describe("offset", () => {
  test.each([
    [0, 0, 0, false],
    [10, 0, 10, false],
    [11, 0, 10, true],
    [25, 20, 5, false],
    [25, 30, 0, false],
  ])("of %i rows from %i: %i are returned, more: %s", async (count, offset, returned, more) => {
    const { data, meta } = await paginate(
      "/x",
      query({ limit: "10", offset: String(offset) }),
      over(rowsOf(count)),
    );
    expect(data).toHaveLength(returned);
    expect(meta).toMatchObject({ total: count, limit: 10, offset, has_more: more });
    expect(meta.cursor === null).toBe(!more);
  });
});

describe("cursor", () => {
  test("leads through all rows, each once, in order", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 1, max: 20 }),
        async (count, limit) => {
          const rows = rowsOf(count);
          const seen: Position[] = [];
          for (let cursor: string | null | undefined; cursor !== null; ) {
            const given: Record<string, string> = { limit: String(limit), ...(cursor ? { cursor } : {}) };
            const page = await paginate("/x", query(given), over(rows));
            expect(page.meta).toMatchObject({ offset: seen.length, total: count });
            seen.push(...page.data);
            cursor = page.meta.cursor;
          }
          expect(seen).toEqual(rows);
        },
      ),
      { numRuns: 30 },
    );
  });

  async function cursorOf(given: Record<string, string> = {}): Promise<string> {
    const { meta } = await paginate("/x", query({ limit: "2", ...given }), over(rowsOf(5)));
    return meta.cursor ?? "";
  }

  test("stays true while rows are added, with the first page's total", async () => {
    const cursor = await cursorOf();
    const newer = { created_at: new Date(Date.UTC(2028, 0, 1)), id: "ffffffff-ffff-4fff-8fff-ffffffffffff" };
    const { data, meta } = await paginate("/x", query({ cursor, limit: "2" }), over([newer, ...rowsOf(5)]));
    expect(data).toEqual(rowsOf(5).slice(2, 4));
    expect(meta.total).toBe(5);
  });

  test("may be used with another limit", async () => {
    const { data } = await paginate("/x", query({ cursor: await cursorOf(), limit: "3" }), over(rowsOf(5)));
    expect(data).toEqual(rowsOf(5).slice(2));
  });

  const refused = { code: "validation_error", faults: [{ field: "cursor" }] };
  const use = (given: Record<string, string>, list = "/x") => paginate(list, query(given), over(rowsOf(5)));

  test("is refused with offset, other filters, or another list", async () => {
    const cursor = await cursorOf();
    await expect(use({ cursor, offset: "0" })).rejects.toMatchObject(refused);
    await expect(use({ cursor, tag: "x" })).rejects.toMatchObject(refused);
    await expect(use({ cursor: await cursorOf({ tag: "x" }) })).rejects.toMatchObject(refused);
    await expect(use({ cursor }, "/y")).rejects.toMatchObject(refused);
  });

  test.each(["", "x", "null", "e30", "W10", "bnVsbA", "%00", "é", "A".repeat(5_000)])(
    "%j is refused",
    async (cursor) => await expect(use({ cursor })).rejects.toMatchObject(refused),
  );

  test.each([
    { id: "1 OR 1=1" },
    { created_at: "0000-01-01T00:00:00Z" },
    { created_at: 5 },
    { total: -1 },
    { total: Number.MAX_SAFE_INTEGER },
    { offset: Number.MAX_SAFE_INTEGER },
    { offset: 1.5 },
    { extra: true },
  ])("one that was changed to %j is refused", async (change) => {
    const content = JSON.parse(Buffer.from(await cursorOf(), "base64url").toString());
    const cursor = Buffer.from(JSON.stringify({ ...content, ...change })).toString("base64url");
    await expect(use({ cursor })).rejects.toMatchObject(refused);
  });

  test("there is none where rows come in another order", async () => {
    const { meta } = await paginate("/x", query({ limit: "2" }), over(rowsOf(5)), false);
    expect(meta).toMatchObject({ has_more: true, cursor: null });
  });
});
