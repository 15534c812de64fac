import { hash } from "node:crypto";
import type { Actor } from "@/lib/access/actor";
import { reportKey } from "@/lib/api-keys/rows";
import { noticedKey, wayOnOf } from "@/lib/api-keys/tell";
import { KEY_COLUMNS, type KeyRow } from "@/lib/api-keys/view";
import type { Recorder } from "@/lib/change";
import type { Tx } from "@/lib/db";
import type { Outcome } from "./answer-leaks";
import { countLivingMade, livingSuccessors } from "./line";
import type { Place } from "./place";
import { touchedWebhooks } from "./touched-webhooks";

type Told = {
  actor: Actor;
  source: "github" | "finder";
  /** Where keys were seen that was not known before. */
  fresh: readonly (Place & { key_id: string })[];
  outcomes: ReadonlyMap<string, Outcome>;
  /** What was revoked: the keys themselves, and what took over from them. */
  revoked: readonly KeyRow[];
  now: Date;
};

/**
 * Tells of what is new: the audit trail, subscribers, each key's owner and all admins; and owners of the keys that were
 * revoked besides.
 */
export async function tell(tx: Tx, record: Recorder, report: Told): Promise<void> {
  const { actor, source, fresh, outcomes, revoked, now } = report;
  const { organizationId: organization_id } = actor;
  const keys = await keysById(tx, organization_id, [...outcomes.keys()]);
  const dead = [...outcomes].filter(([, outcome]) => outcome === "dead").map(([id]) => id);
  const successors = await livingSuccessors(tx, organization_id, dead, now);
  const made = await countLivingMade(tx, organization_id, [...keys.keys()], now);
  const webhooks = await touchedWebhooks(tx, organization_id, [...keys.keys()]);
  const told = new Set(fresh.map(({ key_id }) => key_id));
  const along = revoked.filter(({ id }) => !told.has(id));
  const owners = [...keys.values(), ...along].map(({ owner }) => owner.id);
  const { admins, ownerOrAdmins } = await recipients(tx, organization_id, owners);
  // From where it was reported is for admins.
  const by = (person: string) => {
    const address = admins.includes(person) ? actor.origin.address : null;
    return { kind: actor.kind, name: null, address };
  };

  for (const { key_id, type, url } of fresh) {
    const row = keys.get(key_id) as KeyRow;
    const outcome = outcomes.get(key_id) ?? "dead";
    const ends_at = outcome === "ends" ? (row.ends_at?.toISOString() ?? null) : null;
    record.audit("api_key.leaked", "api_key", key_id, { source, type, url, outcome, ends_at });
    reportKey(record, "api_key.leaked", row, now);
    const next = successors.get(key_id);
    const successor = next ? noticedKey(next) : null;
    const once = `key.leaked:${key_id}:${digest([source, url])}`;
    for (const person of new Set([...admins, ...ownerOrAdmins(row.owner.id)])) {
      const others = (made.get(key_id) ?? 0) - (successor ? 1 : 0);
      const more = { url: url || null, outcome, ends_at, way_on: wayOnOf(row), successor, made: others };
      const touched = webhooks.get(key_id);
      const data = { key: noticedKey(row), by: by(person), ...more, ...(touched && { webhooks: touched }) };
      record.notify(person, "key.leaked", { subject: key_id, data, once });
    }
  }
  // A place may be reported again, and its key be revoked only this time.
  const reasonOf = ({ id }: KeyRow) =>
    outcomes.has(id) ? "It was reported as leaked again" : "It took over from a key that leaked";
  for (const row of along) {
    for (const person of ownerOrAdmins(row.owner.id)) {
      const data = { key: noticedKey(row), by: by(person), reason: reasonOf(row) };
      record.notify(person, "key.revoked", { subject: row.id, data });
    }
  }
}

async function keysById(tx: Tx, organization_id: string, ids: string[]): Promise<Map<string, KeyRow>> {
  const where = { organization_id, id: { in: ids } };
  const rows = await tx.apiKey.findMany({ where, select: KEY_COLUMNS });
  return new Map(rows.map((row) => [row.id, row]));
}

/** The admins, and whom a key of an owner concerns: the owner, or the admins where that one is not there any more. */
async function recipients(tx: Tx, organization_id: string, owners: string[]) {
  const people = await tx.user.findMany({
    where: { organization_id, disabled_at: null, OR: [{ role: "admin" }, { id: { in: owners } }] },
    select: { id: true, role: true },
  });
  const ids = new Set(people.map(({ id }) => id));
  const admins = people.filter(({ role }) => role === "admin").map(({ id }) => id);
  return { admins, ownerOrAdmins: (owner: string) => (ids.has(owner) ? [owner] : admins) };
}

/** An address may be longer than what can be told once by name. */
function digest(parts: string[]): string {
  return hash("sha256", JSON.stringify(parts));
}
