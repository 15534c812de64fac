import { expect, test } from "vitest";
import type { Heir, OwnedKey } from "@/lib/members/member";
import { choiceForAll, decisionOf, isSameChoice, STOP, scopesAfter } from "./decision";

const NOW = new Date("2026-11-25T12:00:00Z");

test("a choice is sent as it is, a day as its end", () => {
  expect(decisionOf("a", STOP, NOW)).toEqual({ id: "a", fate: "stop" });
  expect(decisionOf("a", { ...STOP, fate: "hand_over", to: "b" }, NOW)).toEqual({
    id: "a",
    fate: "hand_over",
    to: "b",
  });
  const end = decisionOf("a", { ...STOP, fate: "end", day: "2026-12-01" }, NOW);
  expect(end).toEqual({ id: "a", fate: "end", at: new Date(2026, 11, 1, 23, 59, 59, 999).toISOString() });
});

test("what is missing is said", () => {
  for (const choice of [
    { fate: "hand_over", to: "", day: "" },
    { fate: "end", to: "", day: "" },
    { fate: "end", to: "", day: "2026-11-20" },
  ] as const)
    expect(decisionOf("a", choice, NOW)).toHaveProperty("error");
});

test("a key keeps what both owners may do, under the names it was given where they still hold", () => {
  expect(scopesAfter(["read"], "recruiter", "viewer")).toEqual({ kept: ["read"], isLess: false });
  expect(scopesAfter(["*"], "viewer", "admin").kept).not.toContain("*");
  expect(scopesAfter(["candidates:read", "candidates:write"], "recruiter", "viewer")).toEqual({
    kept: ["candidates:read"],
    isLess: true,
  });
  expect(scopesAfter(["jobs:write"], "recruiter", "viewer").kept).toEqual([]);
});

test("a choice for all stops what its new owner could do nothing with", () => {
  const keys = [
    { id: "a", scopes: ["jobs:read"] },
    { id: "b", scopes: ["jobs:write"] },
  ] as OwnedKey[];
  const heirs = [{ id: "grace", role: "viewer" }] as Heir[];
  const all = (choice: typeof STOP) => choiceForAll(choice, { keys, ownerRole: "recruiter", heirs });
  const over = { fate: "hand_over", to: "grace", day: "" } as const;
  expect(all(over)).toEqual({ a: over, b: STOP });
  const end = { fate: "end", to: "", day: "2026-12-01" } as const;
  expect(all(end)).toEqual({ a: end, b: end });
});

test("choices are the same by what they come to", () => {
  const end = { fate: "end", to: "", day: "2026-12-01" } as const;
  expect(isSameChoice(STOP, { ...STOP, to: "grace" })).toBe(true);
  expect(isSameChoice(end, { ...end, to: "grace" })).toBe(true);
  expect(isSameChoice(end, { ...end, day: "2026-12-02" })).toBe(false);
  expect(isSameChoice({ ...STOP, fate: "hand_over", to: "a" }, { ...STOP, fate: "hand_over", to: "b" })).toBe(
    false,
  );
});
