import { RateLimiterRes } from "rate-limiter-flexible";
import { expect, test } from "vitest";
import { BoundedLimiter } from "./bounded-limiter";
import { refund } from "./shared-limiter";

test("what is taken is given back, unless the window is about to end: that would be a credit in the next", async () => {
  const limiter = new BoundedLimiter({ points: 10, duration: 60 });
  await refund(limiter, "early", await limiter.consume("early", 3), 3)();
  expect(await limiter.get("early")).toMatchObject({ consumedPoints: 0 });
  await limiter.consume("late", 3);
  await refund(limiter, "late", new RateLimiterRes(7, 500, 3), 3)();
  expect(await limiter.get("late")).toMatchObject({ consumedPoints: 3 });
});
