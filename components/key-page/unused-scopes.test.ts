import { expect, test } from "vitest";
import { effectiveScopes, type Scope } from "@/lib/access/scopes";
import { unusedScopes } from "./unused-scopes";

const now = new Date("2027-06-01T12:00:00Z");
const OLD = new Date("2027-01-01T00:00:00Z");
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);
const old = (scopes: string[], role: readonly Scope[] = ["*"]) => ({
  scopes,
  effective_scopes: effectiveScopes(scopes, role),
  created_at: OLD,
});
const use = (scope: string, days: number | null) => ({
  scope,
  last_used_at: days === null ? null : daysAgo(days),
});

test.each([
  [
    "what was used within 60 days stays",
    ["candidates:read", "jobs:read"],
    [use("candidates:read", 60), use("jobs:read", 61)],
    { drop: ["jobs:read"], broad: [], keep: ["candidates:read"] },
  ],
  [
    "a broad scope gives way to what was used of it",
    ["read", "offers:write"],
    [use("candidates:read", 2), use("jobs:read", 1), use("offers:read", 61), use("offers:write", 3)],
    { drop: ["offers:read"], broad: ["read"], keep: ["candidates:read", "jobs:read", "offers:write"] },
  ],
  [
    "full access stays where it managed keys",
    ["*"],
    [use("*", 5), use("jobs:read", 1)],
    { drop: null, why: "all used" },
  ],
  [
    "full access gives way where it did not",
    ["*"],
    [use("jobs:read", 1), use("offers:read", null), use("*", null)],
    { drop: ["offers:read", "*"], broad: ["*"], keep: ["jobs:read"] },
  ],
  [
    "what the key used before it was narrowed is no longer there to drop",
    ["jobs:read"],
    [use("jobs:read", 1), use("offers:read", 70)],
    { drop: null, why: "all used" },
  ],
  [
    "a broad scope stays while all is used that the owner's role leaves of it",
    ["write"],
    [use("applications:write", 1), use("offers:write", 1)],
    { drop: null, why: "all used" },
  ],
  ["one scope must remain", ["jobs:read"], [use("jobs:read", null)], { drop: null, why: "none used" }],
])("%s", (_, scopes, uses, expected) => {
  expect(unusedScopes(old(scopes), uses, [], now)).toEqual(expected);
});

test("a key that is younger than that gives no evidence", () => {
  const key = { ...old(["read"]), created_at: daysAgo(59) };
  expect(unusedScopes(key, [], [], now)).toEqual({ drop: null, why: "too young" });
});

test("what was given lately stays, used or not", () => {
  const key = old(["jobs:read", "offers:read", "write"]);
  const uses = [use("jobs:read", 70), use("candidates:write", 3)];
  expect(unusedScopes(key, uses, ["offers:read", "bulk:write"], now)).toEqual({
    drop: ["jobs:read"],
    broad: ["write"],
    keep: ["candidates:write", "offers:read", "bulk:write"],
  });
});

test("what the role of the owner forbids is neither kept nor dropped, used or given before", () => {
  const key = old(["write"], ["applications:write", "offers:write"]);
  const uses = [use("applications:write", 1), use("offers:write", 70), use("jobs:write", 3)];
  expect(unusedScopes(key, uses, ["bulk:write"], now)).toEqual({
    drop: ["offers:write"],
    broad: ["write"],
    keep: ["applications:write"],
  });
});
