import { expect, test } from "vitest";
import type { WebhookView } from "@/lib/webhooks/webhook";
import { deedsOf } from "./webhook-deeds";

const webhook = { isReadable: true, state: "active" } as WebhookView;

test("who may change webhooks can do everything to one that they can read", () => {
  expect(deedsOf(webhook, "recruiter")).toEqual(["test", "edit", "rotate", "pause", "delete"]);
});

test.each(["paused", "disabled"] as const)("one that is %s can be resumed", (state) => {
  expect(deedsOf({ ...webhook, state }, "admin")).toEqual(["test", "edit", "rotate", "resume", "delete"]);
});

test("one that tells of more than they can read they can only cut down or delete", () => {
  expect(deedsOf({ ...webhook, isReadable: false }, "recruiter")).toEqual(["edit", "delete"]);
});

test("one whose owner left cannot be resumed", () => {
  const left = { ...webhook, state: "disabled" as const, hasOwnerLeft: true };
  expect(deedsOf(left, "admin")).toEqual(["edit", "delete"]);
});

test.each(["hiring_manager", "viewer"] as const)("a %s changes nothing", (role) => {
  expect(deedsOf(webhook, role)).toEqual([]);
});
