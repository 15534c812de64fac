import { Redis } from "ioredis";
import { RateLimiterRedis } from "rate-limiter-flexible";
import { expect, test } from "vitest";
import { BoundedLimiter } from "./bounded-limiter";
import { InsuredLimiter } from "./insured-limiter";

const two = { points: 2, duration: 60 };

test("what fails is counted with the insurance, and each failure told", async () => {
  const storeClient = new Redis({ lazyConnect: true, enableOfflineQueue: false });
  const insurance = new BoundedLimiter(two);
  const failures: string[] = [];
  const limiter = new InsuredLimiter(
    new RateLimiterRedis({ ...two, storeClient, rejectIfRedisNotReady: true }),
    insurance,
    ({ message }) => failures.push(message),
  );
  await limiter.consume("a", 2);
  await expect(limiter.consume("a")).rejects.toMatchObject({ consumedPoints: 3 });
  await limiter.reward("a", 2);
  expect(await limiter.get("a")).toMatchObject({ consumedPoints: 1 });
  expect(await insurance.get("a")).toMatchObject({ consumedPoints: 1 });
  expect(failures).toEqual(Array(4).fill("Redis connection is not ready"));
});

test("what is refused is no failure, and not counted again", async () => {
  const insurance = new BoundedLimiter(two);
  const limiter = new InsuredLimiter(new BoundedLimiter(two), insurance, ({ message }) =>
    expect.unreachable(message),
  );
  await limiter.consume("a", 2);
  await expect(limiter.consume("a")).rejects.toMatchObject({ consumedPoints: 3 });
  expect(await insurance.get("a")).toBeNull();
});
