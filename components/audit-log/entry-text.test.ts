import { expect, test } from "vitest";
import { actionText, actorText, changeLines } from "./entry-text";

test("a change tells the old value and the new one; nothing is none", () => {
  const changes = {
    scopes: { from: ["read", "write"], to: ["read"] },
    expires_at: { from: null, to: "2027-01-01T00:00:00.000Z" },
    grace_period_seconds: 3600,
    allowed_ips: { from: [], to: ["192.0.2.0/24"] },
    rotated: { a: 1 },
  };
  expect(changeLines(changes)).toEqual([
    { field: "scopes", text: "read, write → read" },
    { field: "expires at", text: "none → 2027-01-01T00:00:00.000Z" },
    { field: "grace period seconds", text: "3600" },
    { field: "allowed ips", text: "none → 192.0.2.0/24" },
    { field: "rotated", text: '{"a":1}' },
  ]);
});

test("actions and actors have words, unknown ones too", () => {
  expect(actionText("api_key.created")).toBe("Key generated");
  expect(actionText("toString")).toBe("toString");
  const actor = { id: null, email: null };
  expect(actorText({ ...actor, kind: "person", name: "Ada" })).toBe("Ada");
  expect(actorText({ ...actor, kind: "key", name: null })).toBe("A key that is gone");
  expect(actorText({ ...actor, kind: "system", name: null })).toBe("Prepzo");
});
