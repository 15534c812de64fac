import type { Actor } from "@/lib/access/actor";
import { grants } from "@/lib/access/scopes";
import { entriesAfter, NEWEST_FIRST } from "@/lib/audit/order";
import { db } from "@/lib/db";
import type { TrailEntry } from "./evidence";
import { managedBy } from "./permission";
import { findKey } from "./rows";

/**
 * The audit trail of one key that the actor manages, newest first. From where something was done is for admins and for
 * those in whose name it was done. Throws not_found for any other key.
 * @param query.before the id of the last entry of the page before; `action` only entries of this kind
 */
export async function trailOf(
  actor: Actor,
  id: string,
  query: { limit: number; before?: string | undefined; action?: "api_key.revoked" },
): Promise<TrailEntry[]> {
  const { organizationId: organization_id } = actor;
  await findKey(db(), actor, id);
  const rows = await db().auditEntry.findMany({
    where: {
      organization_id,
      target_type: "api_key",
      target_id: id,
      ...(query.action !== undefined && { action: query.action }),
      ...(await entriesAfter(organization_id, query.before)),
    },
    orderBy: [...NEWEST_FIRST],
    take: query.limit,
  });
  const ids = rows.map(({ actor_id }) => actor_id).filter((each) => each !== null);
  const where = { organization_id, id: { in: ids } };
  const select = { id: true, name: true };
  const [people, keys] = await Promise.all([
    db().user.findMany({ where, select }),
    // The name of a key that they do not manage is not theirs to know.
    db().apiKey.findMany({ where: { AND: [managedBy(actor), where] }, select }),
  ]);
  const names = new Map([...people, ...keys].map((one) => [one.id, one.name]));
  const isAdmin = grants(actor.leaves, "api-keys:manage");
  return rows.map((row) => {
    const mayKnow = isAdmin || (row.owner_id !== null && row.owner_id === actor.ownerId);
    return {
      id: row.id,
      action: row.action,
      by: names.get(row.actor_id ?? "") ?? null,
      kind: row.actor_kind,
      address: mayKnow ? row.address : null,
      request_id: mayKnow ? row.request_id : null,
      created_at: row.created_at,
      changes: row.changes as Record<string, unknown>,
    };
  });
}
