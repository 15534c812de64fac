import { system } from "@/lib/access/actor";
import { change } from "@/lib/change";
import type { Chore } from "@/lib/chores";
import { db } from "@/lib/db";

const PORTION = 500;

/** Writes the end of each key that time ended into the audit trail, once, dated at that end. */
export const endsNoted: Chore = { name: "api-keys.note-ends", every: 60_000, run: noteEnds };

/** Does so for all keys that ended until now. Returns how many. A key that was revoked before has no other end. */
export async function noteEnds(now: Date): Promise<number> {
  const due = await db().$queryRaw<{ id: string; organization_id: string }[]>`
    SELECT id, organization_id FROM api_keys
     WHERE expiry_noted_at IS NULL AND revoked_at IS NULL AND (expires_at IS NOT NULL OR ends_at IS NOT NULL)
       AND least(expires_at, ends_at) <= ${now}
     ORDER BY least(expires_at, ends_at) LIMIT ${PORTION}`;
  let noted = 0;
  for (const [organizationId, keys] of Map.groupBy(due, ({ organization_id }) => organization_id)) {
    noted += await noteEndsOf(
      organizationId,
      keys.map(({ id }) => id),
      now,
    );
  }
  return due.length < PORTION || noted === 0 ? noted : noted + (await noteEnds(now));
}

/** Does so for these keys of an organization, as far as they ended: before something else is done to them. */
export function noteEndsOf(organizationId: string, ids: string[], now: Date): Promise<number> {
  return change(system(organizationId), async (tx, record) => {
    // What another instance notes just now, or somebody changes, is passed over.
    const ended = await tx.$queryRaw<{ id: string; at: Date }[]>`
      UPDATE api_keys k SET expiry_noted_at = ${now}
        FROM (SELECT id FROM api_keys
               WHERE organization_id = ${organizationId}::uuid AND id = ANY(${ids}::uuid[])
                 AND expiry_noted_at IS NULL AND revoked_at IS NULL AND least(expires_at, ends_at) <= ${now}
                 FOR UPDATE SKIP LOCKED) AS d
       WHERE k.organization_id = ${organizationId}::uuid AND k.id = d.id
      RETURNING k.id, least(k.expires_at, k.ends_at) AS at`;
    for (const { id, at } of ended) record.audit("api_key.expired", "api_key", id, {}, at);
    return ended.length;
  });
}
