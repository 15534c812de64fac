import { expect, test } from "vitest";
import { axisTop } from "./axis-top";

test.each([
  [1, 1],
  [2, 2],
  [3, 5],
  [13, 20],
  [50, 50],
  [51, 100],
  [999, 1_000],
  [1_000, 1_000],
  [1_204, 2_000],
])("of %d is %d", (count, top) => {
  expect(axisTop(count)).toBe(top);
});
