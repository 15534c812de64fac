import type { Actor } from "@/lib/access/actor";
import { db, type Prisma } from "@/lib/db";
import type { ChainLink } from "./evidence";
import { managedBy } from "./permission";
import { LIFETIME_COLUMNS, statusOf } from "./status";

/** How many keys before one and how many after it are looked up. */
const MAX_LINKS = 20;

const LINK = {
  id: true,
  key_prefix: true,
  last_four: true,
  created_at: true,
  rotated_from_id: true,
  ...LIFETIME_COLUMNS,
} as const satisfies Prisma.ApiKeySelect;

/**
 * The keys that took over from each other, oldest first, the one with this id among them, as far as the actor manages
 * them; alone where it was never rotated. Empty for a key that the actor does not manage.
 */
export async function chainOf(actor: Actor, id: string, now: Date): Promise<ChainLink[]> {
  const find = (where: Prisma.ApiKeyWhereInput) =>
    db().apiKey.findFirst({ where: { AND: [managedBy(actor), where] }, select: LINK });
  const self = await find({ id });
  if (self === null) return [];
  const chain = [self];
  for (let first = self; first.rotated_from_id !== null && chain.length <= MAX_LINKS; ) {
    const before = await find({ id: first.rotated_from_id });
    if (before === null) break;
    chain.unshift(before);
    first = before;
  }
  for (let last = self, links = 0; links < MAX_LINKS; links++) {
    const after = await find({ rotated_from_id: last.id });
    if (after === null) break;
    chain.push(after);
    last = after;
  }
  return chain.map(({ id, key_prefix, last_four, created_at, ...lifetime }) => {
    return { id, key_prefix, last_four, created_at, status: statusOf(lifetime, now) };
  });
}
