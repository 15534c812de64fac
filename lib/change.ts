import type { Actor } from "./access/actor";
import { db, type Prisma, type Tx } from "./db";
import { type Stale, tellEverywhere, tellHere } from "./stale";
import type { EventType } from "./webhooks/events";

type Json = Prisma.InputJsonObject;

/** What a change leaves behind besides the rows it writes. */
export type Recorder = {
  /** Notes in the audit trail what was done to what. `changes` maps a field to {from, to}; never a secret. */
  audit(action: string, targetType: string, targetId: string, changes?: Json): void;
  /** Reports the change to subscribers. `data` is the public form of the resource. */
  event(type: EventType, data: Json): void;
  /** Says that what verification remembers of a key, a person's keys or an organization's keys is no longer true. */
  stale(what: Stale["what"], id: string): void;
};

/**
 * Runs a write as one transaction together with the audit entries and outbox events that it records: all or nothing.
 * Every write of a service goes through here. What it makes stale is forgotten by this instance before this returns,
 * and by the others as soon as they hear of it. Returns what `run` returns; throws what it throws, leaving no trace.
 */
export async function change<T>(actor: Actor, run: (tx: Tx, record: Recorder) => Promise<T>): Promise<T> {
  const stale: Stale[] = [];
  const result = await db().$transaction(async (tx) => {
    const audits: Prisma.AuditEntryCreateManyInput[] = [];
    const events: Prisma.EventCreateManyInput[] = [];
    const result = await run(tx, {
      audit: (action, target_type, target_id, changes = {}) =>
        audits.push({ ...authorship(actor), action, target_type, target_id, changes }),
      event: (type, data) => events.push({ organization_id: actor.organizationId, type, data }),
      stale: (what, id) => stale.push({ what, id }),
    });
    if (audits.length > 0) await tx.auditEntry.createMany({ data: audits });
    if (events.length > 0) await tx.event.createMany({ data: events });
    if (stale.length > 0) await tellEverywhere(tx, stale);
    return result;
  });
  for (const each of stale) tellHere(each);
  return result;
}

function authorship(actor: Actor) {
  return {
    organization_id: actor.organizationId,
    actor_kind: actor.kind,
    actor_id: actor.id,
    owner_id: actor.ownerId,
    address: actor.origin.address,
    user_agent: actor.origin.userAgent,
    request_id: actor.origin.requestId,
  };
}
