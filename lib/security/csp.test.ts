import { expect, test } from "vitest";
import { contentSecurityPolicy } from "./csp";

const directives = (policy: string) =>
  new Map(policy.split("; ").map((line) => [line.split(" ")[0], line.split(" ").slice(1)]));

test("scripts run by nonce only: neither inline nor eval", () => {
  const policy = directives(contentSecurityPolicy({ nonce: "abc" }));
  expect(policy.get("script-src")).toEqual(["'nonce-abc'", "'strict-dynamic'"]);
});

test("development alone allows eval", () => {
  expect(contentSecurityPolicy({ nonce: "abc", development: true })).toContain("'unsafe-eval'");
  expect(contentSecurityPolicy({ nonce: "abc" })).not.toContain("unsafe-eval");
});

test("nothing is loaded from, framed by or based on another origin", () => {
  const policy = directives(contentSecurityPolicy({ nonce: "abc" }));
  expect(policy.get("default-src")).toEqual(["'self'"]);
  expect(policy.get("frame-ancestors")).toEqual(["'none'"]);
  expect(policy.get("base-uri")).toEqual(["'none'"]);
  expect(policy.get("object-src")).toEqual(["'none'"]);
});

test("forms go to our own origin and to the named targets", () => {
  const formTargets = ["https://github.com"];
  const policy = directives(contentSecurityPolicy({ nonce: "abc", formTargets }));
  expect(policy.get("form-action")).toEqual(["'self'", "https://github.com"]);
});
