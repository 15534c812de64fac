import type { Actor } from "@/lib/access/actor";
import { beginning, db, type Prisma, substring } from "@/lib/db";
import { actionsOf, type Category } from "./actions";

/** What of the audit log is wanted. All that is given must fit. */
export type AuditFilter = {
  category?: Category | undefined;
  kind?: Actor["kind"] | undefined;
  /** From then on. */
  from?: Date | undefined;
  /** Before then. */
  before?: Date | undefined;
  /** Part of the name or e-mail of a person, of the name or prefix of a key, an address, or a request id. */
  search?: string | undefined;
};

/** How many people and keys a search may mean: more are no answer to it. */
const MAX_MEANT = 1_000;

/** The condition that selects an organization's entries that fit. */
export async function entriesOf(
  organization_id: string,
  { category, kind, from, before, search }: AuditFilter,
): Promise<Prisma.AuditEntryWhereInput> {
  return {
    organization_id,
    ...(category && { action: { in: actionsOf(category) } }),
    ...(kind && { actor_kind: kind }),
    ...((from || before) && { created_at: { ...(from && { gte: from }), ...(before && { lt: before }) } }),
    ...(search && { OR: await meantBy(organization_id, search) }),
  };
}

async function meantBy(organization_id: string, search: string): Promise<Prisma.AuditEntryWhereInput[]> {
  const like = substring(search);
  const select = { id: true };
  const [people, keys] = await Promise.all([
    db().user.findMany({
      where: { organization_id, OR: [{ name: like }, { email: like }] },
      select,
      take: MAX_MEANT,
    }),
    db().apiKey.findMany({
      where: {
        organization_id,
        OR: [{ name: like }, { key_prefix: beginning(search) }, { last_four: search }],
      },
      select,
      take: MAX_MEANT,
    }),
  ]);
  const ids = [...people, ...keys].map(({ id }) => id);
  return [
    { actor_id: { in: ids } },
    { target_id: { in: ids } },
    { owner_id: { in: people.map(({ id }) => id) } },
    { address: beginning(search) },
    { request_id: search },
  ];
}
