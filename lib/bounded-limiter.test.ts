import { expect, test } from "vitest";
import { BoundedLimiter } from "./bounded-limiter";

test("counts a caller until the points are spent", async () => {
  const limiter = new BoundedLimiter({ points: 2, duration: 60 });
  await limiter.consume("a");
  await limiter.consume("a");
  await expect(limiter.consume("a")).rejects.toMatchObject({ remainingPoints: 0 });
  await expect(limiter.consume("b")).resolves.toMatchObject({ remainingPoints: 1 });
});

test("remembers only so many callers: the one longest unused is forgotten", async () => {
  const limiter = new BoundedLimiter({ points: 2, duration: 60, most: 2 });
  await limiter.consume("a");
  await limiter.consume("b");
  await limiter.consume("a");
  await limiter.consume("c");
  expect(await limiter.get("a")).toMatchObject({ consumedPoints: 2 });
  expect(await limiter.get("b")).toBeNull();
  expect(await limiter.get("c")).toMatchObject({ consumedPoints: 1 });
});

test("gives back only what is counted", async () => {
  const limiter = new BoundedLimiter({ points: 2, duration: 60 });
  await limiter.reward("a");
  expect(await limiter.get("a")).toBeNull();
  await limiter.consume("a");
  await limiter.reward("a", 2);
  expect(await limiter.get("a")).toMatchObject({ consumedPoints: 0 });
});
