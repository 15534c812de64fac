import { type Actor, requireScope } from "@/lib/access/actor";
import { db, type Prisma } from "@/lib/db";
import { nameOf } from "@/lib/webhooks/webhook";
import type { AuditEntry } from "./entry";
import { type AuditFilter, entriesOf } from "./filter";
import { entriesAfter, NEWEST_FIRST } from "./order";

type Row = Prisma.AuditEntryGetPayload<object>;
/** An entry with the link that vouches for it, in hexadecimal, and all that this was made of. */
export type LinkedEntry = AuditEntry & {
  /** In whose name it was done. */
  owner_id: string | null;
  link: string | null;
  /** Of which SECRETS_KEY the link was made. */
  key_version: number | null;
};

type Page = { limit: number; after?: string | undefined };

/**
 * The organization's audit log, newest first. Throws `forbidden` for anybody but its admins.
 * @param page.after the id of the last entry of the page before; one that is not there is none
 */
export async function auditLog(actor: Actor, filter: AuditFilter, page: Page): Promise<AuditEntry[]> {
  requireScope(actor, "api-keys:manage");
  const { organizationId } = actor;
  const where = await entriesOf(organizationId, filter);
  const rows = await rowsOf(organizationId, where, page);
  return named(organizationId, rows);
}

/**
 * The same in portions, however long it is, each as it is stored besides. The filter is read once, at the beginning.
 * Throws `forbidden` for anybody but the organization's admins.
 */
export async function* wholeAuditLog(
  actor: Actor,
  filter: AuditFilter,
  portion = 500,
): AsyncGenerator<LinkedEntry[], void> {
  requireScope(actor, "api-keys:manage");
  const { organizationId } = actor;
  const where = await entriesOf(organizationId, filter);
  for (let after: string | undefined; ; ) {
    const rows = await rowsOf(organizationId, where, { limit: portion, after });
    const entries = await named(organizationId, rows);
    if (rows.length > 0) yield entries.map((entry, index) => linked(entry, rows[index] as Row));
    if (rows.length < portion) return;
    after = rows.at(-1)?.id;
  }
}

async function rowsOf(
  organization_id: string,
  where: Prisma.AuditEntryWhereInput,
  { limit, after }: Page,
): Promise<Row[]> {
  return db().auditEntry.findMany({
    where: { AND: [where, await entriesAfter(organization_id, after)] },
    orderBy: [...NEWEST_FIRST],
    take: limit,
  });
}

async function named(organization_id: string, rows: Row[]): Promise<AuditEntry[]> {
  const ids = [...new Set(rows.flatMap((row) => [row.actor_id, row.owner_id, row.target_id]))];
  const where = { organization_id, id: { in: ids.filter((id) => id !== null) } };
  const [people, keys, webhooks] = await Promise.all([
    db().user.findMany({ where, select: { id: true, name: true, email: true } }),
    db().apiKey.findMany({ where, select: { id: true, name: true } }),
    db().webhook.findMany({ where, select: { id: true, url: true, description: true } }),
  ]);
  const names = new Map([
    ...[...people, ...keys].map(({ id, name }) => [id, name] as const),
    ...webhooks.map((webhook) => [webhook.id, nameOf(webhook)] as const),
  ]);
  const emails = new Map(people.map(({ id, email }) => [id, email]));
  return rows.map((row) => ({
    id: row.id,
    seq: row.seq === null ? null : String(row.seq),
    created_at: row.created_at,
    action: row.action,
    actor: {
      kind: row.actor_kind,
      id: row.actor_id,
      name: names.get(row.actor_id ?? "") ?? null,
      email: emails.get(row.owner_id ?? "") ?? null,
    },
    target: { type: row.target_type, id: row.target_id, name: names.get(row.target_id) ?? null },
    changes: row.changes as Record<string, unknown>,
    address: row.address,
    user_agent: row.user_agent,
    request_id: row.request_id,
  }));
}

function linked(entry: AuditEntry, { owner_id, link, key_version }: Row): LinkedEntry {
  return { ...entry, owner_id, link: link && Buffer.from(link).toString("hex"), key_version };
}
