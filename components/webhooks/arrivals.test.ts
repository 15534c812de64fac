import { expect, test } from "vitest";
import { Arrivals } from "./arrivals";

const SECOND = 1_000;
const renews = (ms: number, isOff = false) =>
  Arrivals({ deliveries: [{ next_attempt_at: new Date(Date.now() + ms) }], isOff }) !== null;

test.each([
  ["has just become due", -SECOND],
  ["is tried within seconds", 10 * SECOND],
])("a page renews itself for what %s, unless the webhook is off", (_, ms) => {
  expect(renews(ms)).toBe(true);
  expect(renews(ms, true)).toBe(false);
});

test.each([
  ["waits for a later attempt", 60 * SECOND],
  ["has been due for over a minute", -61 * SECOND],
])("it does not for what %s", (_, ms) => {
  expect(renews(ms)).toBe(false);
});

test("nor for what is over", () => {
  expect(Arrivals({ deliveries: [{ next_attempt_at: null }], isOff: false })).toBeNull();
});
