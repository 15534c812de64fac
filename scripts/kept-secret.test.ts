import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { kept } from "./kept-secret";

const folder = mkdtempSync(join(tmpdir(), "prepzo-kept-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("a secret is made once, kept for its owner only, and leaves no half-made file", () => {
  let made = 0;
  const make = () => `secret ${++made}`;
  expect(kept(folder, "SOME_KEY", make)).toBe("secret 1");
  expect(kept(folder, "SOME_KEY", make)).toBe("secret 1");
  expect(statSync(join(folder, ".data/some-key")).mode & 0o777).toBe(0o600);
  expect(readdirSync(join(folder, ".data"))).toEqual(["some-key"]);
});

test("of two that make it together one wins and both use it", () => {
  const other = () => {
    kept(folder, "RACED", () => "the other's");
    return "mine";
  };
  expect(kept(folder, "RACED", other)).toBe("the other's");
});
