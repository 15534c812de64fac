import { expect, test } from "vitest";
import { z } from "zod";
import { parse } from "./faults";

const Schema = z.strictObject({
  email: z.string().min(1, "must not be empty"),
  tags: z.array(z.string().max(3)).max(2).optional(),
  some: z.array(z.string()).min(1).optional(),
  record: z.record(z.string(), z.string()).optional(),
  status: z.enum(["open", "closed"]).optional(),
  deep: z.strictObject({ count: z.int().min(1).max(5) }).optional(),
});

test.each([
  [{}, "email", "email is required"],
  [{ email: null }, "email", "email must not be null"],
  [{ email: 5 }, "email", "email must be a string"],
  [{ email: "" }, "email", "email must not be empty"],
  [{ email: "a", tags: "x" }, "tags", "tags must be a list"],
  [{ email: "a", tags: ["ok", 1] }, "tags.1", "tags.1 must be a string"],
  [{ email: "a", tags: ["long"] }, "tags.0", "tags.0 must have at most 3 characters"],
  [{ email: "a", tags: ["a", "b", "c"] }, "tags", "tags must have at most 2 entries"],
  [{ email: "a", some: [] }, "some", "some must have at least 1 entry"],
  [{ email: "a", record: [] }, "record", "record must be an object"],
  [{ email: "a", status: "x" }, "status", "status must be one of open, closed"],
  [{ email: "a", deep: { count: 0 } }, "deep.count", "deep.count must be at least 1"],
  [{ email: "a", deep: { count: 1e20 } }, "deep.count", "deep.count must be at most 5"],
  [{ email: "a", deep: { count: 1.5 } }, "deep.count", "deep.count must be a whole number"],
  [{ email: "a", deep: { count: 1, x: 1 } }, "deep.x", "deep.x is not a known field"],
])("%j: %s", (input, field, message) => {
  expect(parse(Schema, input)).toEqual({ ok: false, faults: [{ code: "validation_error", message, field }] });
});

test("each fault is told, each unknown field by itself", () => {
  const parsed = parse(Schema, { emial: "a", naem: "b" });
  expect(parsed.ok ? [] : parsed.faults.map(({ field }) => field)).toEqual(["email", "emial", "naem"]);
});

test("a fault of the whole has no field", () => {
  const nonEmpty = z.object({}).refine(() => false, "give at least one field");
  expect(parse(nonEmpty, {})).toEqual({
    ok: false,
    faults: [{ code: "validation_error", message: "Give at least one field" }],
  });
});

test("own properties that look like a prototype's are unknown fields", () => {
  const parsed = parse(Schema, JSON.parse('{"email":"a","__proto__":{"tags":1}}'));
  expect(parsed).toMatchObject({ ok: false, faults: [{ field: "__proto__" }] });
});
