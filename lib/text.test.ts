import { expect, test } from "vitest";
import { emailAddress, text, webAddress } from "./text";

const accepts = (schema: ReturnType<typeof text>, value: string) => schema.safeParse(value).success;

test("a text is trimmed, and as long as it is then", () => {
  expect(text(1, 3).parse("  abc  ")).toBe("abc");
  expect(accepts(text(1, 3), "abcd")).toBe(false);
  expect(accepts(text(1, 3), " \n ")).toBe(false);
  expect(accepts(text(0, 3), " \n ")).toBe(true);
});

test("length is counted in characters, as callers' tools and the database count it", () => {
  expect(accepts(text(1, 3), "😀😀😀")).toBe(true);
  expect(accepts(text(1, 3), "😀😀😀😀")).toBe(false);
});

test("what cannot be stored is refused: NUL, half a surrogate pair", () => {
  for (const value of ["a\0", "\0", "\ud800", "a\udc00"]) expect(accepts(text(0, 9), value)).toBe(false);
});

test("addresses are what their names say", () => {
  expect(emailAddress.parse(" ada@example.com ")).toBe("ada@example.com");
  expect(emailAddress.safeParse("ada").success).toBe(false);
  expect(webAddress(50).safeParse("https://example.com/a").success).toBe(true);
  for (const value of ["javascript:alert(1)", "ftp://example.com", "example.com"])
    expect(webAddress(50).safeParse(value).success).toBe(false);
});
