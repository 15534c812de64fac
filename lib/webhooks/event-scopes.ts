import { type Actor, requireAll } from "@/lib/access/actor";
import { type Role, scopesOfRole } from "@/lib/access/roles";
import { grants, type Leaf, leavesOf, type Scope } from "@/lib/access/scopes";
import { EVENTS, type EventType } from "./events";

/** What a webhook can subscribe to: an event, or by `*` all of them but those of API keys, which are to be named. */
export const SUBSCRIPTIONS = [...EVENTS, "*"] as const;

/** Whether a webhook with these subscriptions is to be told of an event. Whoever may ask for `*` may not manage keys. */
export function asksFor(events: readonly string[], type: string): boolean {
  return events.includes(type) || (events.includes("*") && !type.startsWith("api_key."));
}

type Subject = EventType extends `${infer Name}.${string}` ? Name : never;

/** What one must be able to read to be told of a thing's events. */
const READ: Record<Subject, Scope> = {
  candidate: "candidates:read",
  note: "candidates:read",
  application: "applications:read",
  job: "jobs:read",
  interview: "interviews:read",
  offer: "offers:read",
  api_key: "*",
};

/** Throws 403 unless the actor may read everything that a webhook with these events would be sent. */
export function requireReadable(actor: Actor, events: readonly string[]): void {
  for (const event of events) {
    requireAll(actor, readScopeOf(event));
  }
}

/** What one must be able to read to be told of an event, or of all of them. */
export function readScopeOf(subscription: string): Scope {
  return subscription === "*" ? "read" : READ[subscription.split(".")[0] as Subject];
}

/** Whether whoever holds these leaves may read everything that a webhook with these events would be sent. */
export function mayRead(held: ReadonlySet<Leaf>, events: readonly string[]): boolean {
  return [...leavesOf(events.map(readScopeOf))].every((leaf) => grants(held, leaf));
}

/** Whether somebody with this role may be told of an event, whatever their webhooks ask for. */
export function mayBeTold(role: Role, type: string): boolean {
  return mayRead(leavesOf(scopesOfRole(role)), [type]);
}

/**
 * What is left of a webhook's events where people of each of these roles may be told of them; all of them become those
 * few where that is less.
 */
export function eventsWithin(events: readonly string[], roles: readonly Role[]): string[] {
  const isForAll = (event: string) => roles.every((role) => mayBeTold(role, event));
  const keepsAll = events.includes("*") && EVENTS.filter((event) => asksFor(["*"], event)).every(isForAll);
  if (keepsAll) return events.filter((event) => event === "*" || isForAll(event));
  return EVENTS.filter((event) => asksFor(events, event) && isForAll(event));
}
