import { describe, expect, test } from "vitest";
import type { KeyPolicy } from "@/lib/api-keys/policy";
import { DAY_MS } from "@/lib/api-keys/status";
import { boundsOf, choicesWithin, firstChoice } from "./expiry-bounds";

const NOW = new Date("2026-11-25T10:00:00Z");
const inDays = (days: number) => new Date(NOW.getTime() + days * DAY_MS);
const policy = (max_days: number | null, expiry_required = false): KeyPolicy => ({
  max_days,
  expiry_required,
  no_broad_scopes: false,
  addresses_required: false,
  idle_days: null,
});
const offered = (of: KeyPolicy, key?: { created_at: Date; expires_at: Date | null; ends_at?: Date }) => {
  const bounds = boundsOf(of, NOW, key && { ends_at: null, ...key });
  return [choicesWithin(bounds, NOW).map(({ value }) => value), firstChoice(bounds, NOW)];
};

describe("what is offered of a new key's end", () => {
  test.each<[string, KeyPolicy, string[], string]>([
    ["without a rule", policy(null), ["30d", "60d", "90d", "1y", "date", "none"], "90d"],
    ["where it must have one", policy(null, true), ["30d", "60d", "90d", "1y", "date"], "90d"],
    ["at most 365 days", policy(365), ["30d", "60d", "90d", "1y", "date"], "90d"],
    ["at most 90 days", policy(90), ["30d", "60d", "90d", "date"], "90d"],
    ["at most 60 days", policy(60), ["30d", "60d", "date"], "60d"],
    ["at most 45 days", policy(45), ["30d", "longest", "date"], "longest"],
    ["at most a day", policy(1), ["longest", "date"], "longest"],
  ])("%s", (_, of, choices, first) => expect(offered(of)).toEqual([choices, first]));
});

test("the end of a key that exists counts from its making, and may stay as late as it is", () => {
  const latest = (created: number, end: number | null) =>
    boundsOf(policy(90), NOW, {
      created_at: inDays(created),
      expires_at: end === null ? null : inDays(end),
      ends_at: null,
    }).latest;
  expect(latest(-60, 10)).toEqual(inDays(30));
  expect(latest(-60, 200)).toEqual(inDays(200));
  expect(latest(-600, null)).toEqual(inDays(90));
  expect(offered(policy(90), { created_at: inDays(-60), expires_at: inDays(10) })[0]).toEqual([
    "30d",
    "date",
  ]);
});

test("a key with an imposed end is offered an earlier one only", () => {
  const key = (days: number) => ({ created_at: inDays(-5), expires_at: inDays(days), ends_at: inDays(days) });
  expect(offered(policy(null), key(1))[0]).toEqual(["date"]);
  expect(offered(policy(90), key(45))[0]).toEqual(["30d", "date"]);
  expect(boundsOf(policy(null), NOW, key(45)).latest).toEqual(inDays(45));
});
