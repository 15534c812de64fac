import fc from "fast-check";
import { expect, test } from "vitest";
import { returnPath } from "./return-path";

const OWN = "http://prepzo.lan:3000";

test.each([
  ["/settings/api-keys?status=all&page=2#top", "/settings/api-keys?status=all&page=2#top"],
  [`${OWN}/settings/profile`, "/settings/profile"],
  ["settings", "/settings"],
  ["", "/"],
  [null, "/"],
  [undefined, "/"],
  ["//evil.example/x", "/"],
  ["/\\evil.example", "/"],
  ["\\\\evil.example", "/"],
  ["/.//evil.example", "/"],
  ["/..//evil.example", "/"],
  ["\t//evil.example", "/"],
  ["/\n/evil.example", "/"],
  ["https://evil.example", "/"],
  ["https://prepzo.lan:3000/", "/"],
  ["http://prepzo.lan:3001/x", "/"],
  ["http://prepzo.lan:3000@evil.example/", "/"],
  ["javascript:alert(1)", "/"],
  ["data:text/html,x", "/"],
  ["http://[", "/"],
])("%j leads to %j", (address, path) => {
  expect(returnPath(address, OWN)).toBe(path);
});

test("whatever is asked for, the browser stays on our origin", () => {
  const piece = fc.constantFrom(
    "/",
    "\\",
    ".",
    "..",
    ":",
    "@",
    "#",
    "?",
    "\t",
    "\n",
    "%2f",
    "http:",
    "evil.example",
  );
  const address = fc.oneof(
    fc.string(),
    fc.webUrl(),
    fc.array(piece).map((pieces) => pieces.join("")),
  );
  fc.assert(
    fc.property(address, (wanted) => {
      const path = returnPath(wanted, OWN);
      expect(path).toMatch(/^\/(?!\/)/);
      expect(new URL(path, OWN).origin).toBe(OWN);
    }),
    { numRuns: 2_000 },
  );
});
