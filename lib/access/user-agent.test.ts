import { expect, test } from "vitest";
import { keptAgent } from "./user-agent";

test("a key in a User-Agent is not kept, wherever it stands", () => {
  const key = `pk_live_${"aB3-_xYz".repeat(4)}`;
  expect(keptAgent(key)).toBe("pk_live_…");
  expect(keptAgent(`curl/8 (${key.toUpperCase()}; ${key})`)).toBe("curl/8 (pk_live_…; pk_live_…)");
  expect(keptAgent(`${"x".repeat(280)} ${key}`)).not.toContain("aB3");
});

test("of a long one the beginning is kept; none is none", () => {
  expect(keptAgent("x".repeat(400))).toHaveLength(300);
  expect(keptAgent(null)).toBeNull();
});
