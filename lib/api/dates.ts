import { z } from "zod";

// PostgreSQL knows no year 0, and an offset can carry an instant past the years that have four digits.
const FIRST = new Date("0001-01-01T00:00:00Z");
const LAST = new Date("9999-12-31T23:59:59.999Z");

/** An instant in an answer: ISO 8601 in UTC with milliseconds, such as `2027-01-31T12:00:00.000Z`. */
export const instant = z.codec(z.iso.datetime(), z.date().min(FIRST).max(LAST), {
  decode: (text) => new Date(text),
  encode: (date) => date.toISOString(),
});

const FORM = "must be a date such as 2027-01-31, or a date and time with offset such as 2027-01-31T12:00:00Z";

/** An instant in a query: RFC 3339 with offset, or a date, which stands for its 00:00 UTC. */
export const moment = z
  .union([z.iso.datetime({ offset: true }), z.iso.date()], FORM)
  .transform((text) => new Date(text))
  .pipe(z.date().min(FIRST, FORM).max(LAST, FORM));

const DATE_TIME_FORM = "must be a date and time with offset, such as 2027-01-31T12:00:00Z";
const DAY_FORM = "must be a date, such as 2027-01-31";

/** These words are for what is there. What is missing has its own. */
const unless = (words: string) => (issue: { input?: unknown }) => (issue.input == null ? undefined : words);

/** An instant in a body: RFC 3339 with offset. */
export const dateTime = z.iso
  .datetime({ offset: true, error: unless(DATE_TIME_FORM) })
  .transform((text) => new Date(text))
  .pipe(z.date().min(FIRST, DATE_TIME_FORM).max(LAST, DATE_TIME_FORM));

/** A day without a time, in a body and in an answer: `2027-01-31`. In code it is that day's 00:00 UTC. */
export const day = z.codec(
  z.iso.date({ error: unless(DAY_FORM) }),
  z.date().min(FIRST, DAY_FORM).max(LAST, DAY_FORM),
  {
    decode: (text) => new Date(text),
    encode: (date) => date.toISOString().slice(0, 10),
  },
);
