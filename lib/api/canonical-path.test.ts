import { assert, property, string } from "fast-check";
import { expect, test } from "vitest";
import { canonicalTarget } from "./canonical-path";

test.each([
  "/api/v1/candidates",
  "/api/v1/candidates?limit=5&search=a%2Fb//c",
  "/api/v1/api-keys/0199d2a0-7b1c-7def-8000-000000000000",
  "/api/v1/openapi.json",
  "/api/v1/...",
  "/api/v10/candidates",
  "/api/auth/session/",
  "/settings//api-keys",
  "/",
  "*",
])("%s is left as it is", (target) => {
  expect(canonicalTarget(target)).toBe(target);
});

test.each([
  "/api/v1",
  "/api/v1/",
  "/api/v1/candidates/",
  "/api/v1//candidates",
  "//api/v1/candidates",
  "/api//v1/candidates",
  "/api/v1/candidates%2F",
  "/api%2Fv1/candidates",
  "/api/v1/candidates%5Cx",
  "/api/v1\\candidates",
  "/api/v1/candidates/%zz",
  "/api/v1/candidates/%",
  "/api/v1/./candidates",
  "/api/v1/candidates/../candidates",
  "/api/v1/%2e%2e/v1/candidates",
  "/api/%76%31/candidates",
  "/settings/../api/v1/candidates",
  "/api/v1/candidates;v=1",
  "/api/v1/candidates%00",
  "/api/v1/candidates%3Flimit=1",
  "/api/v1/caf%C3%A9",
])("%s becomes a path that no endpoint has", (target) => {
  expect(canonicalTarget(`${target}?limit=5`)).toBe("/api/v1/-/unknown?limit=5");
});

test.each([
  ["?__proto__=1", "?__proto__[]=1"],
  ["?limit=5&%5F_pr%6Fto_%5f&__proto__", "?limit=5&__proto__[]&__proto__[]"],
  ["?search=__proto__", "?search=__proto__"],
])("the query %s is read as %s on both lanes", (query, read) => {
  expect(canonicalTarget(`/api/v1/candidates${query}`)).toBe(`/api/v1/candidates${read}`);
});

test("a target in absolute form is read by its path", () => {
  expect(canonicalTarget("http://api.example/api/v1/candidates?x=1")).toBe("/api/v1/candidates?x=1");
  expect(canonicalTarget("HTTP://api.example/api/v1//candidates")).toBe("/api/v1/-/unknown");
});

test("no target whatsoever is too strange to be read", () => {
  const schemes = ["ftp:", "ftp://", "https:", "file://", "ws:", "http://[", "//", "", "\\", "%"];
  for (const scheme of schemes) expect(canonicalTarget(scheme)).toBe(scheme);
  assert(property(string({ unit: "binary" }), (target) => typeof canonicalTarget(target) === "string"));
});
