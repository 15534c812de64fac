import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayAfter, endOf } from "./expiry";

const NOW = new Date("2026-11-25T10:00:00Z");

describe("a key's end as chosen in the form", () => {
  test.each([
    ["30d", 30],
    ["60d", 60],
    ["90d", 90],
    ["1y", 365],
  ] as const)("%s is %i days from now", (choice, days) => {
    expect(endOf(choice, "", NOW)?.getTime()).toBe(NOW.getTime() + days * 86_400_000);
  });

  test("none is no end", () => {
    expect(endOf("none", "", NOW)).toBeNull();
  });

  test("a date is the last millisecond of that day in the local zone", () => {
    const day = fc.date({ min: new Date("2026-01-01"), max: new Date("2099-12-30"), noInvalidDate: true });
    fc.assert(
      fc.property(day, (date) => {
        const end = endOf("date", dayAfter(date, 0), NOW);
        const nextDay = new Date(date.getFullYear(), date.getMonth(), date.getDate() + 1);
        expect(end?.getTime()).toBe(nextDay.getTime() - 1);
      }),
    );
  });

  test.each(["", "2027-13-01", "2027-02-30", "tomorrow", "27-01-01"])("%j is no date", (date) => {
    expect(endOf("date", date, NOW)).toBeUndefined();
  });
});
