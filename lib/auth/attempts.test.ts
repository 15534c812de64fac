import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, onTestFinished, test, vi } from "vitest";
import { countAttempt, countSignUp, delayAfter } from "./attempts";

beforeAll(() => {
  vi.stubEnv("DATABASE_URL", "postgresql://127.0.0.1:1/unused");
  vi.stubEnv("NEXTAUTH_SECRET", "only for this test");
  vi.stubEnv("SECRETS_KEY", `1:${"A".repeat(43)}=`);
});

const REFUSED = { code: "rate_limited", status: 429 };
const fresh = () => `unit-${randomUUID()}`;
const anyone = () => `${fresh()}@example.test`;

async function fail(address: string, email: () => string, times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) await countAttempt(email(), address);
}

describe("failed tries", () => {
  test("ten from one address, then a 429 that says when to come back", async () => {
    const address = fresh();
    await fail(address, anyone, 10);
    const refused = await countAttempt(anyone(), address).catch((error) => error);
    expect(refused).toMatchObject(REFUSED);
    expect(Number(refused.headers["Retry-After"])).toBeLessThanOrEqual(900);
    expect(refused.message).toBe("Too many attempts. Try again in 15 minutes.");
    await expect(countAttempt(anyone(), fresh())).resolves.toBeDefined();
  });

  test("a right password takes its own try back, and forgets the pair's failures", async () => {
    const [address, email] = [fresh(), anyone()];
    await fail(address, () => email, 4);
    for (let time = 0; time < 20; time += 1) {
      const attempt = await countAttempt(email, address);
      await attempt.succeeded();
    }
    await fail(address, anyone, 6);
    await expect(countAttempt(anyone(), address)).rejects.toMatchObject(REFUSED);
  });

  test("what was never compared does not count", async () => {
    const [address, email] = [fresh(), anyone()];
    for (let time = 0; time < 20; time += 1) {
      const attempt = await countAttempt(email, address);
      await attempt.cancelled();
    }
    await expect(countAttempt(email, address)).resolves.toBeDefined();
  });

  test("what is refused does not count either: the right number of tries returns", async () => {
    const address = fresh();
    const attempts = await Promise.all(Array.from({ length: 10 }, () => countAttempt(anyone(), address)));
    for (let time = 0; time < 5; time += 1) {
      await expect(countAttempt(anyone(), address)).rejects.toMatchObject(REFUSED);
    }
    await attempts[0]?.cancelled();
    await expect(countAttempt(anyone(), address)).resolves.toBeDefined();
    await expect(countAttempt(anyone(), address)).rejects.toMatchObject(REFUSED);
  });

  test("what is taken back after its window is no try more in the next", async () => {
    vi.useFakeTimers({ toFake: ["Date", "performance"], now: Date.now() });
    onTestFinished(() => void vi.useRealTimers());
    const address = fresh();
    const slow = await countAttempt(anyone(), address);
    vi.advanceTimersByTime(15 * 60_000);
    await fail(address, anyone, 10);
    await slow.cancelled();
    await expect(countAttempt(anyone(), address)).rejects.toMatchObject(REFUSED);
  });

  test("an IPv6 /64 is one address", async () => {
    await fail("2001:db8:1:2::1", anyone, 10);
    await expect(countAttempt(anyone(), "2001:db8:1:2:ffff::9")).rejects.toMatchObject(REFUSED);
    await expect(countAttempt(anyone(), "2001:db8:1:3::1")).resolves.toBeDefined();
  });
});

test("failures for one e-mail only delay the next try: nothing at first, then doubling, never long", () => {
  expect([0, 4, 5, 6, 7, 8, 9, 10, 11, 1_000].map(delayAfter)).toEqual([
    0, 0, 125, 250, 500, 1_000, 2_000, 4_000, 4_000, 4_000,
  ]);
});

test("ten sign-ups an hour from one address", async () => {
  const address = fresh();
  for (let time = 0; time < 10; time += 1) await countSignUp(address);
  await expect(countSignUp(address)).rejects.toMatchObject({
    ...REFUSED,
    message: "Too many attempts. Try again in 60 minutes.",
  });
});
