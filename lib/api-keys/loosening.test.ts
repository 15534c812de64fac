import { describe, expect, test } from "vitest";
import { loosens } from "./loosening";
import { ChangeKey } from "./schema";

const key = {
  scopes: ["read", "candidates:write"],
  allowed_ips: ["203.0.113.0/24"],
  rate_limit: 100,
  on_leak: "revoke_after_24h" as const,
  enabled: true,
  expires_at: new Date("2027-01-31T12:00:00Z"),
  ends_at: null,
  revoked_at: null,
};
const disabled = { ...key, enabled: false };
const free = { ...key, allowed_ips: [], rate_limit: null, expires_at: null };

describe("loosens", () => {
  test.each([
    ["another scope", key, { scopes: ["candidates:write", "read", "offers:write"] }],
    ["a broader scope", key, { scopes: ["write"] }],
    ["everything", key, { scopes: ["*"] }],
    ["a later end", key, { expires_at: "2027-01-31T12:00:01Z" }],
    ["no end", key, { expires_at: null }],
    ["enabling", disabled, { enabled: true }],
    ["any address", key, { allowed_ips: null }],
    ["one more address", key, { allowed_ips: ["203.0.113.0/24", "198.51.100.1"] }],
    ["a wider block", key, { allowed_ips: ["203.0.112.0/23"] }],
    ["a higher limit", key, { rate_limit: 101 }],
    ["no limit", key, { rate_limit: null }],
    ["less done at a leak", key, { on_leak: "alert" }],
    ["one thing among others", key, { name: "x", enabled: false, rate_limit: 101 }],
  ])("%s", (_, row, patch) => expect(loosens(row, ChangeKey.parse(patch))).toBe(true));
});

describe("only restricts", () => {
  test.each([
    ["a name", key, { name: "x", description: null }],
    ["the same scopes by finer names", key, { scopes: ["candidates:read", "candidates:write"] }],
    ["fewer scopes", key, { scopes: ["offers:read"] }],
    ["an earlier end", key, { expires_at: "2026-12-01T00:00:00Z" }],
    ["the same end", key, { expires_at: "2027-01-31T12:00:00Z" }],
    ["a first end", free, { expires_at: "2030-01-01T00:00:00Z" }],
    ["disabling", key, { enabled: false }],
    ["enabling what is enabled", key, { enabled: true }],
    ["a narrower list", key, { allowed_ips: ["203.0.113.7", "203.0.113.128/25"] }],
    ["a first list", free, { allowed_ips: ["0.0.0.0/0"] }],
    ["a lower limit", key, { rate_limit: 99 }],
    ["a first limit", free, { rate_limit: 10_000 }],
    ["more done at a leak", key, { on_leak: "revoke" }],
  ])("%s", (_, row, patch) => expect(loosens(row, ChangeKey.parse(patch))).toBe(false));
});
