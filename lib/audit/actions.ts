/** What the audit trail is filtered by. */
export const CATEGORIES = {
  keys: "API keys",
  people: "People and sign-in",
  organization: "Organization",
  webhooks: "Webhooks",
  data: "Hiring data",
} as const;
export type Category = keyof typeof CATEGORIES;

type Described = { category: Category; label: string };

/** Everything that is written into the audit trail, as people read it. The one list. */
export const ACTIONS = {
  "api_key.created": { category: "keys", label: "Key generated" },
  "api_key.shown": { category: "keys", label: "Secret shown" },
  "api_key.changed": { category: "keys", label: "Key changed" },
  "api_key.rotated": { category: "keys", label: "Key rotated" },
  "api_key.handed_over": { category: "keys", label: "Key handed over" },
  "api_key.revoked": { category: "keys", label: "Key revoked" },
  "api_key.disabled": { category: "keys", label: "Idle key disabled" },
  "api_key.leaked": { category: "keys", label: "Key leaked" },
  "api_key.dead_calls_seen": { category: "keys", label: "Refused calls seen" },
  "api_key.expired": { category: "keys", label: "Key expired" },
  "user.signed_up": { category: "people", label: "Signed up" },
  "user.created": { category: "people", label: "Account made" },
  "user.disabled": { category: "people", label: "Account disabled" },
  "user.removed": { category: "people", label: "Member removed" },
  "user.restored": { category: "people", label: "Member restored" },
  "user.role_changed": { category: "people", label: "Role changed" },
  "invitation.created": { category: "people", label: "Member invited" },
  "invitation.revoked": { category: "people", label: "Invitation withdrawn" },
  "invitation.accepted": { category: "people", label: "Invitation accepted" },
  "user.signed_in": { category: "people", label: "Signed in" },
  "user.signed_out": { category: "people", label: "Signed out" },
  "user.signed_out_everywhere": { category: "people", label: "Signed out everywhere" },
  "user.proven": { category: "people", label: "Identity confirmed" },
  "user.proof_failed": { category: "people", label: "Confirming identity failed" },
  "user.password_changed": { category: "people", label: "Password changed" },
  "user.provider_linked": { category: "people", label: "Provider linked" },
  "user.provider_unlinked": { category: "people", label: "Provider unlinked" },
  "calendar_feed.created": { category: "people", label: "Calendar address made" },
  "calendar_feed.revoked": { category: "people", label: "Calendar address revoked" },
  "organization.created": { category: "organization", label: "Organization made" },
  "organization.plan_changed": { category: "organization", label: "Plan changed" },
  "organization.policy_changed": { category: "organization", label: "Key policy changed" },
  "organization.filled": { category: "organization", label: "Example data added" },
  "audit_log.exported": { category: "organization", label: "Audit log exported" },
  "webhook.created": { category: "webhooks", label: "Webhook created" },
  "webhook.updated": { category: "webhooks", label: "Webhook changed" },
  "webhook.disabled": { category: "webhooks", label: "Webhook disabled" },
  "webhook.tested": { category: "webhooks", label: "Webhook tested" },
  "webhook.resent": { category: "webhooks", label: "Webhook deliveries sent again" },
  "webhook.deleted": { category: "webhooks", label: "Webhook deleted" },
  "webhook.secret_rotated": { category: "webhooks", label: "Webhook secret rotated" },
  "candidate.created": { category: "data", label: "Candidate created" },
  "candidate.updated": { category: "data", label: "Candidate changed" },
  "candidate.deleted": { category: "data", label: "Candidate deleted" },
  "department.created": { category: "data", label: "Department created" },
  "job.created": { category: "data", label: "Job created" },
  "job.updated": { category: "data", label: "Job changed" },
  "job.deleted": { category: "data", label: "Job deleted" },
  "application.created": { category: "data", label: "Application created" },
  "application.updated": { category: "data", label: "Application changed" },
  "application.deleted": { category: "data", label: "Application deleted" },
  "interview.created": { category: "data", label: "Interview created" },
  "interview.updated": { category: "data", label: "Interview changed" },
  "interview.deleted": { category: "data", label: "Interview deleted" },
  "offer.created": { category: "data", label: "Offer created" },
  "offer.updated": { category: "data", label: "Offer changed" },
  "offer.deleted": { category: "data", label: "Offer deleted" },
  "note.created": { category: "data", label: "Note created" },
} as const satisfies Record<string, Described>;

export type AuditAction = keyof typeof ACTIONS;

/** Whether a text names an action. */
export function isAction(text: string): text is AuditAction {
  return Object.hasOwn(ACTIONS, text);
}

/** The actions of a category, in the order of the list. */
export function actionsOf(category: Category): AuditAction[] {
  return (Object.keys(ACTIONS) as AuditAction[]).filter((action) => ACTIONS[action].category === category);
}
