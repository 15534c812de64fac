import { isLiving, statusOf } from "@/lib/api-keys/status";
import { KEY_COLUMNS, type KeyRow } from "@/lib/api-keys/view";
import { lockRows, type Tx } from "@/lib/db";

/**
 * The living ones among these keys and all that took over from them by their own doing: whoever has a key can make it
 * rotate itself, and then has the next one. They are locked until the transaction ends, so none can be made meanwhile.
 */
export async function lockLine(
  tx: Tx,
  organizationId: string,
  ids: readonly string[],
  now: Date,
): Promise<KeyRow[]> {
  let line = [...ids];
  for (let known = 0; known < line.length; ) {
    known = line.length;
    await lockRows(tx, "api_keys", organizationId, line);
    // One may have been made up to the moment in which the last was locked.
    line = await lineOf(tx, organizationId, ids);
  }
  const where = { organization_id: organizationId, id: { in: line } };
  const rows = await tx.apiKey.findMany({ where, select: KEY_COLUMNS, orderBy: { id: "asc" } });
  return rows.filter((row) => isLiving(statusOf(row, now)));
}

/** Of each of these keys, the living one that took over from it by its own doing, the latest where there are several. */
export async function livingSuccessors(
  tx: Tx,
  organizationId: string,
  ids: readonly string[],
  now: Date,
): Promise<Map<string, KeyRow>> {
  const line = ids.length === 0 ? [] : await linesOf(tx, organizationId, ids);
  const where = { organization_id: organizationId, id: { in: line.map(({ id }) => id) } };
  const rows = await tx.apiKey.findMany({ where, select: KEY_COLUMNS, orderBy: { id: "asc" } });
  const living = rows.filter((row) => isLiving(statusOf(row, now)));
  return new Map(
    living.flatMap((row) => line.filter(({ id }) => id === row.id).map(({ root }) => [root, row] as const)),
  );
}

/** How many keys still live that each of these made, those that they made in turn included. */
export async function countLivingMade(
  tx: Tx,
  organizationId: string,
  ids: readonly string[],
  now: Date,
): Promise<Map<string, number>> {
  const rows = await tx.$queryRaw<{ root: string; living: number }[]>`
    WITH RECURSIVE made (root, id) AS (
      SELECT k.id, k.id FROM api_keys k
       WHERE k.organization_id = ${organizationId}::uuid AND k.id = ANY(${ids}::uuid[])
      UNION
      SELECT m.root, n.id FROM api_keys n JOIN made m ON n.created_by_key_id = m.id
       WHERE n.organization_id = ${organizationId}::uuid
    )
    SELECT m.root, count(*)::int AS living
      FROM made m JOIN api_keys k ON k.id = m.id
     WHERE k.organization_id = ${organizationId}::uuid AND m.id <> m.root AND k.revoked_at IS NULL
       AND coalesce(least(k.expires_at, k.ends_at) > ${now}, true)
     GROUP BY m.root`;
  return new Map(rows.map(({ root, living }) => [root, living]));
}

async function lineOf(tx: Tx, organizationId: string, ids: readonly string[]): Promise<string[]> {
  return [...new Set((await linesOf(tx, organizationId, ids)).map(({ id }) => id))];
}

function linesOf(tx: Tx, organizationId: string, ids: readonly string[]) {
  return tx.$queryRaw<{ root: string; id: string }[]>`
    WITH RECURSIVE line (root, id) AS (
      SELECT k.id, k.id FROM api_keys k
       WHERE k.organization_id = ${organizationId}::uuid AND k.id = ANY(${ids}::uuid[])
      UNION
      SELECT l.root, n.id FROM api_keys n JOIN line l ON n.rotated_from_id = l.id AND n.created_by_key_id = l.id
       WHERE n.organization_id = ${organizationId}::uuid
    )
    SELECT root, id FROM line`;
}
