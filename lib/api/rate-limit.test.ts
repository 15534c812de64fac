import fc from "fast-check";
import { beforeAll, expect, test, vi } from "vitest";
import {
  allowanceOf,
  effectiveLimit,
  failureAllowance,
  planLimit,
  rateLimited,
  rateLimitHeaders,
  tighter,
} from "./rate-limit";

beforeAll(() => {
  vi.stubEnv("RATE_LIMIT_PER_MINUTE", "700");
  vi.stubEnv("DATABASE_URL", "postgresql://127.0.0.1:1/unused");
  vi.stubEnv("NEXTAUTH_SECRET", "only for this test");
  vi.stubEnv("SECRETS_KEY", `1:${"A".repeat(43)}=`);
});

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

test("an operator's own limit takes the place of every plan's and of the failures'; a key's lower one holds", async () => {
  expect([planLimit("free"), planLimit("enterprise")]).toEqual([700, 700]);
  expect((await failureAllowance("192.0.2.1")).limit).toBe(700);
  expect(effectiveLimit("free", 30)).toBe(30);
  expect(effectiveLimit("free", 5_000)).toBe(700);
});
