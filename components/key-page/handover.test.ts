import { expect, test } from "vitest";
import { handoverOf } from "./handover";

const ROTATED = new Date("2027-02-01T12:00:00Z");
const after = (ms: number) => new Date(ROTATED.getTime() + ms);
const calls = (calls: number) => ({ last_hour: { calls, addresses: [] } });
const next = (count: number) => ({ status: "active" as const, created_at: ROTATED, ...calls(count) });

test.each([
  ["is called, however long ago the rotation was", 1, 9, 90_000_000, "still used"],
  ["is silent, but the rotation is no hour old", 0, 9, 3_599_999, "too early"],
  ["is silent for the hour since the rotation", 0, 9, 3_600_000, "done"],
  ["is silent as the new one is", 0, 0, 3_600_000, "not taken up"],
])("where the old key %s", (_, ofOld, ofNext, age, expected) => {
  expect(handoverOf(calls(ofOld), next(ofNext), after(age))).toBe(expected);
});

test("where the new key does not work", () => {
  expect(handoverOf(calls(0), { ...next(9), status: "revoked" }, after(9e9))).toBe("nobody takes over");
});
