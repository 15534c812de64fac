import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { nextAttempt, RETRY_AFTER_MS, retryAfterOf } from "./schedule";

const now = new Date("2026-11-25T12:00:00Z");
const HOUR = 3_600_000;
const wait = (at: Date | null) => (at === null ? null : at.getTime() - now.getTime());

test("ten attempts: at once, then after 5 s, 5 and 30 min, 2, 5, 10, 14, 20 and 24 h, and no more", () => {
  const waits = Array.from({ length: 10 }, (_, index) => wait(nextAttempt(index + 1, now, null, 0.5)));
  const hours = [2, 5, 10, 14, 20, 24].map((each) => each * HOUR);
  expect(waits).toEqual([5_000, 300_000, 1_800_000, ...hours, null]);
});

test("a wait differs from the schedule by a tenth at most, and is later where the receiver asks for it", () => {
  const attempt = fc.integer({ min: 1, max: RETRY_AFTER_MS.length });
  const random = fc.double({ min: 0, max: 1, noNaN: true });
  const asked = fc.option(fc.integer({ min: -HOUR, max: 100 * HOUR }));
  fc.assert(
    fc.property(attempt, random, asked, (number, chance, ms) => {
      const retryAfter = ms === null ? null : new Date(now.getTime() + ms);
      const found = wait(nextAttempt(number, now, retryAfter, chance)) as number;
      const scheduled = RETRY_AFTER_MS[number - 1] as number;
      const least = Math.max(scheduled * 0.9, Math.min(ms ?? 0, 24 * HOUR));
      const most = Math.max(scheduled * 1.1, Math.min(ms ?? 0, 24 * HOUR));
      expect(found).toBeGreaterThanOrEqual(Math.floor(least));
      expect(found).toBeLessThanOrEqual(Math.ceil(most));
    }),
  );
});

test("after the last attempt there is none, whatever the receiver asks for", () => {
  expect(nextAttempt(10, now, new Date(now.getTime() + HOUR), 0.5)).toBeNull();
  expect(nextAttempt(40, now, null, 0.5)).toBeNull();
});

test.each([
  ["120", "2026-11-25T12:02:00.000Z"],
  [" 0 ", "2026-11-25T12:00:00.000Z"],
  ["Wed, 25 Nov 2026 13:00:00 GMT", "2026-11-25T13:00:00.000Z"],
  ["Wednesday, 25-Nov-26 13:00:00 GMT", "2026-11-25T13:00:00.000Z"],
  ["9999999999", "2026-11-26T12:00:00.000Z"],
  ["99999999999999999999", "2026-11-26T12:00:00.000Z"],
])("Retry-After: %s", (header, instant) => {
  expect(retryAfterOf(header, now)?.toISOString()).toBe(instant);
});

test.each([undefined, "", "soon", "-5", "1.5", "2026-11-25", "Wed"])(
  "Retry-After: %s asks for nothing",
  (header) => {
    expect(retryAfterOf(header, now)).toBeNull();
  },
);

test.each(["Asia/Tokyo", "America/Lima"])("Retry-After without a zone means GMT, also in %s", (zone) => {
  vi.stubEnv("TZ", zone);
  expect(retryAfterOf("Wed Nov 25 13:00:00 2026", now)?.toISOString()).toBe("2026-11-25T13:00:00.000Z");
  expect(retryAfterOf("Sun Nov  6 08:49:37 1994", now)?.toISOString()).toBe("1994-11-06T08:49:37.000Z");
  vi.unstubAllEnvs();
});
