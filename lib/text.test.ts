import { expect, test } from "vitest";
import { emailAddress, notKnown, text, webAddress } from "./text";

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

test.each([
  ["https://example.com/a?b=c#d", "https://example.com/a?b=c#d"],
  [" HTTPS://Example.COM ", "https://example.com/"],
  ["https://example.com/a b", "https://example.com/a%20b"],
  ["https://exämple.com/é", "https://xn--exmple-cua.com/%C3%A9"],
  ["https://example.com\\@127.0.0.1", "https://example.com/@127.0.0.1"],
  ['https://example.com/"{x}|^`?"{y}|^`', "https://example.com/%22%7Bx%7D%7C%5E%60?%22%7By%7D%7C%5E%60"],
  ["https://example.com/100%/%41", "https://example.com/100%25/%41"],
])("the address %j is kept as %j", (given, kept) => expect(webAddress(100).parse(given)).toBe(kept));

test("an address is no longer than it may be, spelled out", () => {
  expect(webAddress(30).safeParse(`https://example.com/${"é".repeat(5)}`).success).toBe(false);
});

test("an unknown name is repeated, but never a whole key", () => {
  const words = notKnown("scope");
  expect(words({ input: "candidates:raed" })).toBe('is not a known scope: "candidates:raed"');
  expect(words({ input: `pk_live_${"x".repeat(32)}` })).toBe(
    `is not a known scope: "pk_live_${"x".repeat(22)}"`,
  );
  expect(words({ input: `${"x".repeat(29)}😀` }).isWellFormed()).toBe(true);
  expect(words({ input: { "*": 1 } })).toBe("is not a known scope");
});
