import { expect, test } from "vitest";
import { outcomeText, standingOf, tookText } from "./delivery-text";

test.each([
  ["delivered", null, new Date(), "delivered"],
  ["failed", "dns", null, "failed"],
  ["failed", "dns", new Date(), "resend_failed"],
  ["pending", null, null, "pending"],
  ["pending", "timeout", null, "retrying"],
  ["pending", "timeout", new Date(), "retrying"],
] as const)("%s after %s, received at %s, is %s", (status, last_error, delivered_at, standing) => {
  expect(standingOf({ status, last_error, delivered_at })).toBe(standing);
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
