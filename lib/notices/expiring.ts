import { system } from "@/lib/access/actor";
import { reportKey } from "@/lib/api-keys/rows";
import { DAY_MS, EXPIRING_DAYS } from "@/lib/api-keys/status";
import { noticedKey, type Told, toldOf, wayOnOf } from "@/lib/api-keys/tell";
import { KEY_COLUMNS } from "@/lib/api-keys/view";
import { change } from "@/lib/change";
import type { Chore } from "@/lib/chores";
import { db, lockRows, type Tx } from "@/lib/db";
import type { NoticeKind } from "./kinds";

const AT_ONCE = 200;

/** Tells of keys that end soon. */
export const expiryNotices: Chore = { name: "notices.expiring", every: 3 * 60_000, run: tellOfEnds };

type Warning = Extract<NoticeKind, "key.expires_in_7_days" | "key.expires_in_1_day">;
type Ending = { id: string; organization_id: string; ends: Date; kind: Warning; is_first: boolean };

/**
 * Tells the owners of keys that end within 7 days, and once more within the last, and subscribers at the first of the
 * two. Of one end each is told once, of an end that was moved anew. Not told is who was told of that very end when it
 * was set, as with a key made for less than 7 days.
 */
export async function tellOfEnds(now: Date): Promise<void> {
  for (let after: string | null = null; ; ) {
    const due: Ending[] = await endingSoon(db(), now, { after });
    const organizations = new Set(due.map(({ organization_id }) => organization_id));
    for (const id of organizations) {
      const keys = due.filter(({ organization_id }) => organization_id === id).map((key) => key.id);
      await tellWithin(id, keys, now);
    }
    if (due.length < AT_ONCE) return;
    after = due.at(-1)?.id ?? null;
  }
}

async function tellWithin(organizationId: string, ids: string[], now: Date): Promise<void> {
  const actor = system(organizationId);
  await change(actor, async (tx, record) => {
    // Whoever else is at it has told when the lock is free.
    await lockRows(tx, "api_keys", organizationId, ids);
    const due = await endingSoon(tx, now, { ids });
    const where = { organization_id: organizationId, id: { in: due.map(({ id }) => id) } };
    const rows = new Map(
      (await tx.apiKey.findMany({ where, select: KEY_COLUMNS })).map((row) => [row.id, row]),
    );
    const told = new Map<string, Told[]>();
    for (const { id, ends, kind, is_first } of due) {
      const row = rows.get(id);
      if (row === undefined) continue;
      const { id: ownerId } = row.owner;
      if (!told.has(ownerId)) told.set(ownerId, await toldOf(tx, organizationId, ownerId));
      const ends_at = ends.toISOString();
      for (const person of told.get(ownerId) ?? []) {
        const data = { key: noticedKey(row), ends_at, way_on: wayOnOf(row) };
        record.notify(person.id, kind, { subject: id, data, once: `${kind}:${id}:${ends.getTime()}` });
      }
      if (is_first) reportKey(record, "api_key.expiring", row, now);
    }
  });
}

/** Living keys with an end that somebody is still to be told of, and which of the two warnings it is. */
async function endingSoon(
  tx: Tx,
  now: Date,
  { ids = null, after = null }: { ids?: string[] | null; after?: string | null },
): Promise<Ending[]> {
  const [week, day] = [EXPIRING_DAYS, 1].map((days) => new Date(now.getTime() + days * DAY_MS));
  return tx.$queryRaw<Ending[]>`
    SELECT k.id, k.organization_id, k.ends, k.kind, NOT bool_or(t.kind IS NOT NULL) AS is_first
      FROM (
        SELECT k.id, k.organization_id, e.ends,
               CASE WHEN e.ends <= ${day} THEN 'key.expires_in_1_day' ELSE 'key.expires_in_7_days' END AS kind,
               CASE WHEN e.ends <= ${day} THEN interval '24 hours' ELSE interval '168 hours' END AS ahead,
               -- When this end was told of by what set it: the making of the key, its rotation or its leak.
               greatest(k.created_at, CASE WHEN k.ends_at = e.ends THEN greatest(s.created_at, k.leaked_at) END) AS known
          FROM api_keys k
          LEFT JOIN api_keys s ON s.organization_id = k.organization_id AND s.rotated_from_id = k.id
         CROSS JOIN LATERAL (SELECT least(k.expires_at, k.ends_at) AS ends) e
         WHERE k.expiry_noted_at IS NULL AND k.revoked_at IS NULL AND k.enabled
           AND (k.expires_at IS NOT NULL OR k.ends_at IS NOT NULL)
           AND least(k.expires_at, k.ends_at) > ${now} AND least(k.expires_at, k.ends_at) <= ${week}
           AND (${ids}::uuid[] IS NULL OR k.id = ANY(${ids}::uuid[]))
           AND (${after}::uuid IS NULL OR k.id > ${after}::uuid)
      ) k
      -- What was told already of this very end.
      LEFT JOIN notices t ON t.organization_id = k.organization_id AND t.subject_id = k.id
        AND t.kind LIKE 'key.expires%'
        AND t.once = t.kind || ':' || k.id || ':' || (extract(epoch FROM k.ends) * 1000)::bigint
     WHERE k.ends - k.ahead > k.known
     GROUP BY k.id, k.organization_id, k.ends, k.kind
    HAVING NOT coalesce(bool_or(t.kind = k.kind), false)
     ORDER BY k.id LIMIT ${AT_ONCE}`;
}
