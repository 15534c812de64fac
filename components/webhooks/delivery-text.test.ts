import { expect, test } from "vitest";
import { outcomeText, standingOf, tookText } from "./delivery-text";

test.each([
  ["delivered", null, "delivered"],
  ["failed", "dns", "failed"],
  ["pending", null, "pending"],
  ["pending", "timeout", "retrying"],
] as const)("%s after %s is %s", (status, last_error, standing) => {
  expect(standingOf({ status, last_error })).toBe(standing);
});

test.each([
  [204, null, "It answered 204"],
  [null, null, "Not tried yet"],
  [500, "status", "The receiver answered with a status other than 2xx: 500"],
  [301, "redirect", "The receiver answered with a redirect, which is not followed: 301"],
  [null, "connection_refused", "The connection was refused"],
] as const)("%s, %s: %s", (status_code, error, text) => {
  expect(outcomeText({ status_code, error })).toBe(text);
});

test.each([
  [0, "0 ms"],
  [999, "999 ms"],
  [1_000, "1.0 s"],
  [10_004, "10.0 s"],
])("%d ms are %s", (milliseconds, text) => {
  expect(tookText(milliseconds)).toBe(text);
});
