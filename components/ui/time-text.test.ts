import { expect, test } from "vitest";
import { dayText, exactText, relativeText, secondText } from "./time-text";

const now = Date.UTC(2026, 10, 25, 12);
const hour = 3_600_000;

test("the largest whole unit is named, in both directions", () => {
  expect(relativeText(now - 5 * 60_000, now)).toBe("5 minutes ago");
  expect(relativeText(now + 47 * hour, now)).toBe("in 1 day");
  expect(relativeText(now + 48 * hour, now)).toBe("in 2 days");
  expect(relativeText(now - 400 * 24 * hour, now)).toBe("1 year ago");
});

test("what was just set to a number of days is that many days away", () => {
  expect(relativeText(now + 7 * 24 * hour - 60_000, now)).toBe("in 7 days");
  expect(relativeText(now - 7 * 24 * hour + 60_000, now)).toBe("6 days ago");
});

test("below a minute no number is given", () => {
  expect(relativeText(now, now)).toBe("just now");
  expect(relativeText(now - 59_999, now)).toBe("just now");
  expect(relativeText(now + 59_999, now)).toBe("in less than a minute");
});

test("exact times name the zone they are shown in", () => {
  const lastMinute = Date.UTC(2026, 10, 25, 23, 59, 59);
  expect(exactText(lastMinute, "UTC").replaceAll("\u202f", " ")).toBe("Nov 25, 2026, 11:59 PM UTC");
  expect(secondText(lastMinute, "UTC").replaceAll("\u202f", " ")).toBe("Nov 25, 2026, 11:59:59 PM");
  expect(dayText(lastMinute, "Asia/Tokyo")).toBe("Nov 26, 2026");
});
