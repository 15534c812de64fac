import type { Actor } from "./access/actor";
import type { AuditAction } from "./audit/actions";
import type { Prisma, Tx } from "./db";
import type { NoticeData, NoticeKind } from "./notices/kinds";
import type { Stale } from "./stale";
import { unitOfWork } from "./unit-of-work";
import type { EventType } from "./webhooks/events";

type Json = Prisma.InputJsonObject;

/** What a change leaves behind besides the rows it writes. */
export type Recorder = {
  /**
   * Notes in the audit trail what was done to what. `changes` maps a field to {from, to}; never a secret. `at` is when
   * it happened, where that was not now.
   */
  audit(action: AuditAction, targetType: string, targetId: string, changes?: Json, at?: Date): void;
  /** Reports the change to subscribers. `data` is the public form of the resource. */
  event(type: EventType, data: Json): void;
  /** Tells a person. `subject` is what it is about; with `once`, whatever has been told under that name is not again. */
  notify<Kind extends NoticeKind>(
    userId: string,
    kind: Kind,
    notice: { subject?: string; data: NoticeData[Kind] & Json; once?: string },
  ): void;
  /** Says that what verification remembers of a key, a person's keys or an organization's keys is no longer true. */
  stale(what: Stale["what"], id: string): void;
};

/**
 * Runs a write as one transaction together with the audit entries, outbox events and notices that it records: all or nothing.
 * Every write of a service goes through here; a key's usage does not, which is measured and no change. `run` is called
 * again where the first time ended in a deadlock. What it makes stale is forgotten by this instance before this
 * returns, and by the others as soon as they hear of it. Within a unit of work it is a part of that, and all this
 * happens when the whole ends. Returns what `run` returns; throws what it throws, leaving no trace.
 * @param options.timeout milliseconds that the whole may take; has no effect on a part
 */
export function change<T>(
  actor: Actor,
  run: (tx: Tx, record: Recorder) => Promise<T>,
  options: { timeout?: number } = {},
): Promise<T> {
  return unitOfWork(({ tx, actors, audits, events, notices, stale }) => {
    actors.add(actor);
    return run(tx, {
      audit: (action, target_type, target_id, changes = {}, created_at = new Date()) =>
        audits.push({ ...authorship(actor), action, target_type, target_id, changes, created_at }),
      event: (type, data) => events.push({ organization_id: actor.organizationId, type, data }),
      notify: (user_id, kind, { subject = null, data, once }) =>
        notices.push({
          organization_id: actor.organizationId,
          user_id,
          kind,
          subject_id: subject,
          data,
          once,
        }),
      stale: (what, id) => stale.push({ what, id }),
    });
  }, options);
}

/**
 * What a change of a row comes to, as the trail tells it: each of the fields whose value is another now, with both values
 * as JSON has them. None of these may be secret.
 */
export function differences<Row extends object>(
  before: Row,
  after: Row,
  fields: readonly string[] = Object.keys(after),
): Json {
  const plain = (row: Row) => JSON.parse(JSON.stringify(row)) as Record<string, Prisma.InputJsonValue>;
  const [from, to] = [plain(before), plain(after)];
  const changed = fields.filter((field) => JSON.stringify(from[field]) !== JSON.stringify(to[field]));
  return Object.fromEntries(
    changed.map((field) => [field, { from: from[field] ?? null, to: to[field] ?? null }]),
  );
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
