import { expect, test } from "vitest";
import type { Status } from "@/lib/api-keys/status";
import { deedsOf, type KeyDeed } from "./deeds";

const END = new Date();

test.each<[string, Status, string | null, Date | null, KeyDeed[]]>([
  ["an active key", "active", null, null, ["edit", "rotate", "disable", "expire", "revoke"]],
  ["an expiring key", "expiring", null, null, ["edit", "rotate", "disable", "expire", "revoke"]],
  ["a disabled key", "disabled", null, null, ["edit", "enable", "expire", "revoke"]],
  ["one with an imposed end", "active", null, END, ["replace", "disable", "expire", "revoke"]],
  ["a disabled one with an imposed end", "disabled", null, END, ["replace", "expire", "revoke"]],
  ["the old half of a rotation", "expiring", "next", END, ["disable", "expire", "revoke"]],
  ["a disabled old half", "disabled", "next", END, ["expire", "revoke"]],
  ["an expired key", "expired", null, END, []],
  ["a revoked key", "revoked", null, null, []],
])("%s", (_, status, rotated_to, ends_at, expected) =>
  expect(deedsOf({ status, rotated_to, ends_at })).toEqual(expected),
);
