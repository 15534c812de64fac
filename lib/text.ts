import { z } from "zod";

// NUL cannot be stored by PostgreSQL and a lone surrogate is no character: both are refused at the door.
const STORABLE = (value: string) => !value.includes("\0") && value.isWellFormed();

// What the checks come to, for those who read the schema only. Spaces at the ends are no part of a text.
const FREE_OF_NUL = "^[^\\u0000]*$";
const NOT_BLANK = "^[^\\u0000]*[^\\s\\u0000][^\\u0000]*$";

/** A text of so many characters after trimming, free of NUL bytes and lone surrogates. For forms and the API alike. */
export function text(min: number, max: number) {
  return z
    .string()
    .trim()
    .min(min, min === 1 ? "is required" : `must be at least ${min} characters`)
    .refine((value) => lengthOf(value) <= max, `must be at most ${max} characters`)
    .refine(STORABLE, "contains characters that cannot be stored")
    .meta({ maxLength: max, pattern: min === 0 ? FREE_OF_NUL : NOT_BLANK });
}

/** A text in an answer. Its length was seen to when it was stored; here it is told, and not checked again. */
export function shown(max: number) {
  return z.string().meta({ maxLength: max });
}

/** In characters, as databases and JSON Schema count: an emoji is one. */
function lengthOf(value: string): number {
  let length = 0;
  for (const _ of value) length++;
  return length;
}

/** An e-mail address, trimmed. */
export const emailAddress = text(1, 254).pipe(z.email("must be an e-mail address")).meta({ format: "email" });

/**
 * The address of something on the web, http or https, of at most so many characters. What browsers forgive is brought
 * into the one spelling (RFC 3986) that every reader takes for the same address.
 */
export function webAddress(max: number) {
  return text(1, max)
    .pipe(z.url({ protocol: /^https?$/, error: "must be a web address" }))
    .transform(spelledOut)
    .refine((address) => address.length <= max, `must be at most ${max} characters`)
    .meta({ format: "uri" });
}

const NOT_IN_ADDRESSES = /[^!-~]|["<>\\^`{|}]|%(?![\da-f]{2})/gi;

function spelledOut(address: string): string {
  return new URL(address).href.replace(NOT_IN_ADDRESSES, encodeURIComponent);
}

/** How much of a wrong name is repeated: enough to find it, less than a whole API key. */
const REPEATED = 30;

/** The words for a name that is not in a list, with what was given instead. */
export function notKnown(kind: string) {
  return ({ input }: { input?: unknown }) => {
    const given =
      typeof input === "string" ? `: ${JSON.stringify(input.slice(0, REPEATED).toWellFormed())}` : "";
    return `is not a known ${kind}${given}`;
  };
}
