import { expect, test } from "vitest";
import type { Status } from "@/lib/api-keys/status";
import { deedsOf, type KeyDeed } from "./deeds";

test.each<[string, Status, string | null, KeyDeed[]]>([
  ["an active key", "active", null, ["edit", "rotate", "disable", "expire", "revoke"]],
  ["an expiring key", "expiring", null, ["edit", "rotate", "disable", "expire", "revoke"]],
  ["a disabled key", "disabled", null, ["edit", "enable", "expire", "revoke"]],
  ["the old half of a rotation", "expiring", "next", ["disable", "expire", "revoke"]],
  ["a disabled old half", "disabled", "next", ["expire", "revoke"]],
  ["an expired key", "expired", null, []],
  ["a revoked key", "revoked", null, []],
])("%s", (_, status, rotated_to, expected) => expect(deedsOf({ status, rotated_to })).toEqual(expected));
