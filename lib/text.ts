import { z } from "zod";

// NUL cannot be stored by PostgreSQL and a lone surrogate is no character: both are refused at the door.
const STORABLE = (value: string) => !value.includes("\0") && value.isWellFormed();

/** A text of so many UTF-16 units after trimming, free of NUL bytes and lone surrogates. For forms and the API alike. */
export function text(min: number, max: number) {
  return z
    .string()
    .trim()
    .min(min, min === 1 ? "is required" : `must be at least ${min} characters`)
    .max(max, `must be at most ${max} characters`)
    .refine(STORABLE, "contains characters that cannot be stored");
}
