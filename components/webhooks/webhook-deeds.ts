import { type Role, scopesOfRole } from "@/lib/access/roles";
import { grants, leavesOf } from "@/lib/access/scopes";
import { isOff, type WebhookView } from "@/lib/webhooks/webhook";

/** What can be done to a webhook. */
export type WebhookDeed = "test" | "edit" | "rotate" | "pause" | "resume" | "delete";

/** What somebody with this role can do to a webhook, in the order of its menu. */
export function deedsOf(webhook: WebhookView, role: Role): WebhookDeed[] {
  if (!grants(leavesOf(scopesOfRole(role)), "webhooks:write")) return [];
  // What somebody cannot read they can only be rid of, as anybody of what sends nothing any more.
  if (!webhook.isReadable || webhook.hasOwnerLeft) return ["edit", "delete"];
  return ["test", "edit", "rotate", isOff(webhook) ? "resume" : "pause", "delete"];
}
