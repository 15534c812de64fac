import { describe, expect, test } from "vitest";
import { isLooser } from "./is-looser";
import type { Policy } from "./schema";

const none: Policy = {
  max_days: null,
  expiry_required: false,
  no_broad_scopes: false,
  addresses_required: false,
  idle_days: null,
};
const strict: Policy = {
  max_days: 90,
  expiry_required: true,
  no_broad_scopes: true,
  addresses_required: true,
  idle_days: 60,
};

describe("is looser", () => {
  test.each<[string, Policy, Partial<Policy>]>([
    ["a longer lifetime", strict, { max_days: 91 }],
    ["any lifetime", strict, { max_days: null }],
    [
      "any lifetime, in exchange for an end",
      { ...none, max_days: 90 },
      { max_days: null, expiry_required: true },
    ],
    ["keys without an end", { ...none, expiry_required: true }, { expiry_required: false }],
    ["broad scopes", strict, { no_broad_scopes: false }],
    ["keys for all addresses", strict, { addresses_required: false }],
    ["keys that are idle for longer", strict, { idle_days: 61 }],
    ["keys that are idle for ever", strict, { idle_days: null }],
    ["one rule where another is tightened", strict, { max_days: 30, no_broad_scopes: false }],
  ])("%s", (_, before, change) => expect(isLooser(before, { ...before, ...change })).toBe(true));
});

describe("is not looser", () => {
  test.each<[string, Policy, Partial<Policy>]>([
    ["what stays as it is", strict, {}],
    ["every rule at once where there was none", none, strict],
    ["a shorter lifetime", strict, { max_days: 89 }],
    ["a demand that a longest lifetime contains anyway", strict, { expiry_required: false }],
    ["a shorter idleness", strict, { idle_days: 59 }],
  ])("%s", (_, before, change) => expect(isLooser(before, { ...before, ...change })).toBe(false));
});
