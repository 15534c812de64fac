import { randomUUIDv7 } from "node:crypto";
import { LOCK_PATIENCE, type Prisma, type Tx } from "@/lib/db";
import { type ChainedEntry, linkOf, NO_LINK, newestVersion } from "./chain";

/** An entry that has not got its place yet. */
export type NewEntry = Omit<ChainedEntry, "seq" | "id" | "changes"> & {
  actor_kind: Prisma.AuditEntryCreateManyInput["actor_kind"];
  changes: Prisma.InputJsonObject;
};

/**
 * Adds entries to their organizations' chains, in the order given. To be called last in a transaction: the chain's head
 * stays locked until it ends, and whoever holds it must wait for nothing else.
 */
export async function appendAudit(tx: Tx, entries: readonly NewEntry[]): Promise<void> {
  // In one order, so that two who write for the same two organizations cannot wait for each other.
  const organizations = [...new Set(entries.map(({ organization_id }) => organization_id))].sort();
  for (const id of organizations) {
    await appendTo(
      tx,
      id,
      entries.filter(({ organization_id }) => organization_id === id),
    );
  }
}

async function appendTo(tx: Tx, organizationId: string, entries: readonly NewEntry[]): Promise<void> {
  const head = await lockHead(tx, organizationId);
  const version = newestVersion();
  // Of one millisecond they are in no order by themselves.
  const ids = entries.map(() => randomUUIDv7()).sort();
  let { seq, link } = head;
  const rows = entries.map((entry, index) => {
    const chained = { ...entry, id: ids[index] as string, seq: ++seq };
    link = linkOf(link, chained, version);
    return { ...chained, seq: String(seq), link: Buffer.from(link).toString("hex"), key_version: version };
  });
  // One statement, since others of the organization wait meanwhile.
  await tx.$executeRaw`
    WITH head AS (
      UPDATE audit_heads SET seq = ${seq}, link = ${link} WHERE organization_id = ${organizationId}::uuid
    )
    INSERT INTO audit_entries (id, organization_id, actor_kind, actor_id, owner_id, action, target_type, target_id,
           changes, address, user_agent, request_id, created_at, seq, link, key_version)
    SELECT id, organization_id, actor_kind, actor_id, owner_id, action, target_type, target_id,
           changes, address, user_agent, request_id, created_at, seq, decode(link, 'hex'), key_version
      FROM json_to_recordset(${JSON.stringify(rows)}::json) AS e(id uuid, organization_id uuid, actor_kind actor_kind,
           actor_id uuid, owner_id uuid, action text, target_type text, target_id uuid, changes jsonb, address text,
           user_agent text, request_id text, created_at timestamptz, seq bigint, link text, key_version int)`;
}

/** The last link of an organization's chain, locked until the transaction ends; one without is given its beginning. */
async function lockHead(
  tx: Tx,
  organizationId: string,
): Promise<{ seq: bigint; link: Uint8Array<ArrayBuffer> }> {
  const [head] = await tx.$queryRaw<[{ seq: bigint; link: Uint8Array<ArrayBuffer> }]>`
    INSERT INTO audit_heads (organization_id, seq, link) VALUES (${organizationId}::uuid, 0, ${NO_LINK})
    ON CONFLICT (organization_id) DO UPDATE SET seq = audit_heads.seq
    RETURNING seq, link, ${LOCK_PATIENCE}`;
  return head;
}
