import { expect, test } from "vitest";
import { describeError } from "./log";

test("an error is told with its causes, without what hangs on it", () => {
  const cause = Object.assign(new TypeError("inner"), { detail: "Key (email)=(ada@candidate.test) exists" });
  const error = Object.assign(new Error("outer", { cause }), {
    code: "P2002",
    meta: { email: "ada@candidate.test" },
  });
  const told = describeError(error);
  expect(told).toMatchObject({
    type: "Error",
    code: "P2002",
    message: "outer",
    cause: { type: "TypeError", message: "inner" },
  });
  expect(told.stack).toContain("log.test.ts");
  expect(JSON.stringify(told)).not.toContain("ada@candidate.test");
});

test("what is thrown but no error is not told at all", () => {
  expect(describeError("a secret")).toEqual({ type: "string" });
});
