import { expect, test } from "vitest";
import { z } from "zod";
import { instant, moment } from "./dates";

test.each([
  ["2027-01-31", "2027-01-31T00:00:00.000Z"],
  ["2024-02-29", "2024-02-29T00:00:00.000Z"],
  ["2027-01-31T12:00:00Z", "2027-01-31T12:00:00.000Z"],
  ["2027-01-31T12:00:00.5+05:30", "2027-01-31T06:30:00.500Z"],
  ["0001-01-01", "0001-01-01T00:00:00.000Z"],
])("%s is %s", (text, iso) => {
  expect(moment.parse(text).toISOString()).toBe(iso);
});

test.each([
  "",
  "2027",
  "2027-1-31",
  "2027-02-29",
  "2027-01-31T12:00:00",
  "2027-01-31 12:00:00Z",
  "2027-01-31T12:00:00 02:00",
  "31.01.2027",
  "1800000000",
  "now",
  "0000-01-01",
  "9999-12-31T23:59:59-01:00",
])("%j is no moment", (text) => {
  expect(moment.safeParse(text).error?.issues).toHaveLength(1);
});

test("an answer shows instants in UTC, as text", () => {
  expect(z.encode(instant, new Date("2027-01-31T12:00:00+02:00"))).toBe("2027-01-31T10:00:00.000Z");
});
