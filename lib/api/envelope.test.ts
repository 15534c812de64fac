import { expect, test } from "vitest";
import { z } from "zod";
import { AppError } from "@/lib/errors";
import { instant } from "./dates";
import { bare, failure, list, one } from "./envelope";

const Row = z.object({ id: z.string(), at: instant.nullable() });
const row = { id: "1", at: new Date("2027-01-31T12:00:00Z"), key_hash: "never" };

test("one row in its envelope; what is not declared falls away, dates become text", () => {
  expect(JSON.stringify(one(Row).encode(row))).toBe(
    '{"success":true,"data":{"id":"1","at":"2027-01-31T12:00:00.000Z"},"errors":null}',
  );
});

test("a page in its envelope", () => {
  const meta = { total: 342, limit: 50, offset: 0, has_more: true, cursor: null };
  expect(JSON.stringify(list(Row).encode({ data: [row], meta }))).toBe(
    '{"success":true,"data":[{"id":"1","at":"2027-01-31T12:00:00.000Z"}],"errors":null,' +
      '"meta":{"total":342,"limit":50,"offset":0,"has_more":true,"cursor":null}}',
  );
});

test("a row that lacks what is declared does not leave", () => {
  expect(() => one(Row).encode({ id: "1" } as never)).toThrow();
});

test("bare: the body as it is, without what is not declared", () => {
  expect(bare(Row).encode(row)).toEqual({ id: "1", at: "2027-01-31T12:00:00.000Z" });
});

test.each([
  ["unauthorized", '{"code":"unauthorized","message":"Invalid or missing API key"}'],
  ["forbidden", '{"code":"forbidden","message":"Insufficient permissions"}'],
  ["rate_limited", '{"code":"rate_limited","message":"Rate limit exceeded"}'],
] as const)("%s, to the byte as published", (code, error) => {
  expect(JSON.stringify(failure(new AppError(code).faults))).toBe(
    `{"success":false,"data":null,"errors":[${error}]}`,
  );
});
