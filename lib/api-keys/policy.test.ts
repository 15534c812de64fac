import { describe, expect, test } from "vitest";
import { brokenRules, type Judged, type KeyPolicy, lastEnd, policyFaults } from "./policy";
import { DAY_MS } from "./status";

const NOW = new Date("2027-01-31T12:00:00Z");
const inDays = (days: number, ms = 0) => new Date(NOW.getTime() + days * DAY_MS + ms);

const none: KeyPolicy = {
  max_days: null,
  expiry_required: false,
  no_broad_scopes: false,
  addresses_required: false,
  idle_days: null,
};
const policy: KeyPolicy = {
  max_days: 90,
  expiry_required: true,
  no_broad_scopes: true,
  addresses_required: true,
  idle_days: 60,
};
const good: Judged = {
  created_at: NOW,
  end: inDays(90),
  scopes: ["jobs:read", "jobs:write"],
  allowed_ips: ["203.0.113.7/32"],
};
const bad: Judged = { created_at: NOW, end: null, scopes: ["read", "write", "*"], allowed_ips: [] };
const said = (key: Judged, before: Judged | null = null, by = policy) =>
  policyFaults(by, key, before).map(({ message }) => message);

describe("a new key", () => {
  test("within all rules is not refused, nor is any without rules", () => {
    expect(said(good)).toEqual([]);
    expect(said(bad, null, none)).toEqual([]);
  });

  test("is refused with one fault for each field that breaks a rule", () => {
    expect(policyFaults(policy, bad)).toEqual(
      [
        ["expires_at", "expires_at is required by your organization's policy"],
        ["scopes", "scopes must not include read, write, *, by your organization's policy"],
        ["allowed_ips", "allowed_ips is required by your organization's policy"],
      ].map(([field, message]) => ({ code: "validation_error", field, message })),
    );
  });

  test("may not outlive the longest lifetime, though clocks may differ a little", () => {
    expect(said({ ...good, end: inDays(90, 60_000) })).toEqual([]);
    expect(said({ ...good, end: inDays(90, 60_001) })).toEqual([
      "expires_at must be at most 90 days from now, by your organization's policy",
    ]);
    const oneDay = { ...none, max_days: 1 };
    expect(said({ ...good, end: inDays(2) }, null, oneDay)[0]).toContain("at most 1 day from now");
    expect(said({ ...good, end: null }, null, oneDay)[0]).toContain("is required");
    expect(lastEnd(oneDay, NOW)).toEqual(inDays(1));
  });

  test.each(["0.0.0.0/0", "::/0", "128.0.0.0/1", "2000::/3"])(
    "has no list of addresses where it has %s",
    (block) => {
      expect(said({ ...good, allowed_ips: ["203.0.113.7/32", block] })).toEqual([
        "allowed_ips must not hold a block wider than /8, or /16 of IPv6, by your organization's policy",
      ]);
    },
  );

  test.each(["10.0.0.0/8", "2001::/16", "::1"])("has a list of addresses where it has %s", (block) => {
    expect(said({ ...good, allowed_ips: [block] })).toEqual([]);
  });
});

describe("a change", () => {
  test("of a key that breaks every rule may keep what it is, and break it less", () => {
    expect(said(bad, bad)).toEqual([]);
    expect(said({ ...bad, end: inDays(400) }, bad)).toEqual([]);
    expect(said({ ...bad, scopes: ["read"] }, bad)).toEqual([]);
    expect(said({ ...bad, scopes: ["read", "candidates:write"] }, { ...bad, scopes: ["*"] })).toEqual([]);
    expect(said(good, bad)).toEqual([]);
  });

  test("may not break a rule anew, or more", () => {
    expect(said(bad, good)).toHaveLength(3);
    const long = { ...good, end: inDays(365) };
    expect(said({ ...long, end: inDays(366) }, long)).toEqual([
      "expires_at must be at most 90 days after the key was made, by your organization's policy",
    ]);
    expect(said({ ...long, end: inDays(364) }, long)).toEqual([]);
    expect(said({ ...long, end: null }, long)[0]).toContain("is required");
    const reading = { ...good, scopes: ["read"] };
    expect(said({ ...reading, scopes: ["read", "write"] }, reading)[0]).toContain("must not include write,");
  });

  test("does not begin the longest lifetime anew", () => {
    const old = { ...good, created_at: inDays(-80), end: inDays(10) };
    expect(said({ ...old, end: inDays(11) }, old)).toHaveLength(1);
  });
});

test("the rules that a key breaks as it stands", () => {
  expect(brokenRules(policy, good)).toEqual([]);
  expect(brokenRules(none, bad)).toEqual([]);
  expect(brokenRules(policy, bad)).toEqual([
    "max_days",
    "expiry_required",
    "no_broad_scopes",
    "addresses_required",
  ]);
  expect(brokenRules(policy, { ...good, end: inDays(91) })).toEqual(["max_days"]);
});
