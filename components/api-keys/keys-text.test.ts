import { expect, test } from "vitest";
import { firstNames, keysText } from "./keys-text";

const names = (count: number) => Array.from({ length: count }, (_, index) => `K${index + 1}`);

test.each([
  [1, "K1"],
  [3, "K1, K2 and K3"],
  [5, "K1, K2, K3, K4 and K5"],
  [6, "K1, K2, K3, K4, K5 and 1 more"],
  [1_303, "K1, K2, K3, K4, K5 and 1,298 more"],
])("of %i names: %s", (count, text) => expect(firstNames(names(count))).toBe(text));

test("keys are counted", () =>
  expect([1, 304, 1_204].map(keysText)).toEqual(["1 key", "304 keys", "1,204 keys"]));
