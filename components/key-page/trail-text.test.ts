import { expect, test } from "vitest";
import { entryText, fieldText } from "./trail-text";

const entry = (action: string, changes = {}) => ({ action, by: "Robin", kind: "person" as const, changes });

test.each([
  [604_800, "rotated it; it works on for 7 days"],
  [86_400, "rotated it; it works on for 24 hours"],
  [3_600, "rotated it; it works on for 1 hour"],
  [601, "rotated it; it works on for 601 seconds"],
  [0, "rotated it, without a grace period"],
])("a rotation with a grace of %d seconds", (grace_period_seconds, did) => {
  expect(entryText(entry("api_key.rotated", { grace_period_seconds }))).toEqual({ who: "Robin", did });
});

test("nobody makes a key expire", () => {
  expect(entryText({ ...entry("api_key.expired"), by: null, kind: "system" })).toEqual({
    who: "It",
    did: "expired",
  });
});

test("fields are called as the forms call them", () => {
  expect(["allowed_ips", "rate_limit", "expires_at", "name"].map(fieldText)).toEqual([
    "Addresses",
    "Limit",
    "Expiry",
    "Name",
  ]);
});
