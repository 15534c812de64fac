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

async function lineOf(tx: Tx, organizationId: string, ids: readonly string[]): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE line (id) AS (
      SELECT k.id FROM api_keys k WHERE k.organization_id = ${organizationId}::uuid AND k.id = ANY(${ids}::uuid[])
      UNION
      SELECT n.id FROM api_keys n JOIN line l ON n.rotated_from_id = l.id AND n.created_by_key_id = l.id
       WHERE n.organization_id = ${organizationId}::uuid
    )
    SELECT id FROM line`;
  return rows.map(({ id }) => id);
}
