import fc from "fast-check";
import { expect, test } from "vitest";
import { allowanceOf, rateLimited, rateLimitHeaders, tighter } from "./rate-limit";

test("the last call within a limit passes, the next does not", () => {
  expect(allowanceOf(100, 99, 1)).toMatchObject({ remaining: 1, exceeded: false });
  expect(allowanceOf(100, 100, 1)).toMatchObject({ remaining: 0, exceeded: false });
  expect(allowanceOf(100, 101, 1)).toMatchObject({ remaining: 0, exceeded: true });
});

test("the reset is the Unix second by which the window has ended, and Retry-After leads there", () => {
  const allowance = allowanceOf(100, 101, 30_500);
  expect(rateLimitHeaders(allowance, 1_800_000_000_000)).toEqual({
    "X-RateLimit-Limit": "100",
    "X-RateLimit-Remaining": "0",
    "X-RateLimit-Reset": "1800000031",
  });
  expect(rateLimited(allowance).headers).toEqual({ "Retry-After": "31" });
});

test("Retry-After is never less than a second", () => {
  expect(rateLimited(allowanceOf(1, 2, 0)).headers).toEqual({ "Retry-After": "1" });
});

test("of two allowances the one with less left is shown, and a refusal always", () => {
  fc.assert(
    fc.property(fc.nat(5), fc.nat(6), fc.nat(5), (limit, hits, own) => {
      const first = allowanceOf(5, own, 1);
      const second = allowanceOf(limit, hits, 1);
      const shown = tighter(first, second);
      expect(shown.remaining).toBe(Math.min(first.remaining, second.remaining));
      expect(shown.exceeded).toBe(second.exceeded);
    }),
  );
});
