import { randomBytes } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { open, seal } from "./secrets";
import { SecretsKey } from "./secrets-key";

const [first, second] = [randomBytes(32).toString("base64"), randomBytes(32).toString("base64")];

/** Another configuration, as another process would have it. */
function configure(secretsKey: string) {
  vi.stubGlobal(Symbol.for("prepzo") as never, undefined);
  vi.stubEnv("SECRETS_KEY", secretsKey);
}

beforeEach(() => {
  vi.stubEnv("DATABASE_URL", "postgresql://127.0.0.1:1/unused");
  vi.stubEnv("NEXTAUTH_SECRET", "only for this test");
  configure(`1:${first}`);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
});

test("what is sealed is opened for the same row, and hides what it is", () => {
  const sealed = seal("whsec_secret", "row 1");
  expect(open(sealed, "row 1")).toBe("whsec_secret");
  expect(Buffer.from(sealed.sealed).includes("whsec_secret")).toBe(false);
});

test("the same is sealed differently each time", () => {
  expect(seal("x", "row").sealed).not.toEqual(seal("x", "row").sealed);
});

test("it cannot be moved to another row", () => {
  expect(() => open(seal("x", "row 1"), "row 2")).toThrow();
});

test("no bit of it can be changed", () => {
  const { sealed, version } = seal("x", "row");
  for (let index = 0; index < sealed.length; index += 1) {
    const changed = sealed.slice();
    changed[index] = (changed[index] as number) ^ 1;
    expect(() => open({ sealed: changed, version }, "row")).toThrow();
  }
  expect(() => open({ sealed: sealed.slice(0, -1), version }, "row")).toThrow();
  expect(() => open({ sealed: new Uint8Array(), version }, "row")).toThrow();
});

test("a newer key seals, while the older still opens what it sealed", () => {
  const old = seal("x", "row");
  configure(`2:${second}, 1:${first}`);
  expect(open(old, "row")).toBe("x");
  const recent = seal("y", "row");
  expect([old.version, recent.version]).toEqual([1, 2]);
  configure(`2:${second}`);
  expect(open(recent, "row")).toBe("y");
  expect(() => open(old, "row")).toThrow("SECRETS_KEY has no version 1");
});

describe("SECRETS_KEY", () => {
  test.each([
    "",
    first,
    `0:${first}`,
    `1:${first.slice(1)}`,
    `1:${randomBytes(31).toString("base64")}`,
    `1:${randomBytes(33).toString("base64")}`,
    `1:${first},`,
    `1:${first};2:${second}`,
    "1:only for this test",
  ])("%j is refused", (text) => {
    expect(SecretsKey.safeParse(text).success).toBe(false);
  });
});
