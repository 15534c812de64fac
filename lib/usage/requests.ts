import type { Actor } from "@/lib/access/actor";
import { findKey } from "@/lib/api-keys/rows";
import { db, type Prisma } from "@/lib/db";
import { type Outcome, outcomeOf } from "./call";
import type { LoggedRequest } from "./evidence";

const MAX_REQUESTS = 100;

/**
 * The latest requests of a key that the actor manages, newest first, of those that are kept: at most 30 days, a
 * thousand failures and a thousand others. Throws not_found for any other key.
 * @param query.outcome only these; `before` the id of the last one of the page before
 */
export async function latestRequests(
  actor: Actor,
  id: string,
  query: { outcome?: Outcome | undefined; limit: number; before?: string | undefined },
): Promise<LoggedRequest[]> {
  await findKey(db(), actor, id);
  const rows = await db().keyRequest.findMany({
    where: {
      organization_id: actor.organizationId,
      key_id: id,
      ...(query.before !== undefined && { id: { lt: query.before } }),
      ...(query.outcome !== undefined && WITH_OUTCOME[query.outcome]),
    },
    orderBy: { id: "desc" },
    take: Math.min(query.limit, MAX_REQUESTS),
    omit: { organization_id: true, key_id: true },
  });
  return rows.map(({ dead, ...row }) => ({ ...row, outcome: outcomeOf({ dead, status: row.status }) }));
}

/** The twin of outcomeOf as a condition. */
const WITH_OUTCOME: Record<Outcome, Prisma.KeyRequestWhereInput> = {
  ok: { dead: false, status: { lt: 400 } },
  client_error: { dead: false, status: { gte: 400, lt: 500, not: 429 } },
  server_error: { dead: false, status: { gte: 500 } },
  rate_limited: { dead: false, status: 429 },
  after_death: { dead: true },
};
