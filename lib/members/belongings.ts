import { type Actor, requireScope } from "@/lib/access/actor";
import { diesAt } from "@/lib/api-keys/status";
import { livingFilter } from "@/lib/api-keys/status-filter";
import { db } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { trafficOf } from "@/lib/usage/traffic";
import type { Belongings } from "./member";

/**
 * What a member owns that would be left behind, with what the keys really do. Throws `forbidden` for anybody but the
 * organization's admins, a 404 for somebody unknown.
 */
export async function belongingsOf(actor: Actor, id: string, now: Date): Promise<Belongings> {
  requireScope(actor, "api-keys:manage");
  const { organizationId: organization_id } = actor;
  const person = await db().user.findFirst({
    where: { id, organization_id },
    select: { id: true, name: true, email: true, role: true, disabled_at: true },
  });
  if (person === null) throw new AppError("not_found", "Person not found");
  const living = { organization_id, ...livingFilter(now) };
  const [rows, webhooks, known, otherAdmins] = await Promise.all([
    db().apiKey.findMany({
      where: { ...living, owner_id: id },
      orderBy: [{ last_used_at: { sort: "desc", nulls: "last" } }, { id: "asc" }],
      select: {
        id: true,
        name: true,
        key_prefix: true,
        last_four: true,
        scopes: true,
        enabled: true,
        expires_at: true,
        ends_at: true,
        last_used_at: true,
        created_by_key: { select: { name: true } },
      },
    }),
    db().webhook.findMany({
      where: { organization_id, owner_id: id, enabled: true },
      orderBy: { id: "asc" },
      select: { id: true, url: true, events: true },
    }),
    db().apiKey.count({ where: { ...living, created_by_id: id, owner_id: { not: id } } }),
    db().user.count({ where: { organization_id, role: "admin", disabled_at: null, id: { not: id } } }),
  ]);
  const traffic = await trafficOf(
    organization_id,
    rows.map((row) => row.id),
    now,
  );
  const keys = rows.map(({ ends_at, created_by_key, ...row }) => ({
    ...row,
    expires_at: diesAt({ expires_at: row.expires_at, ends_at }),
    made_by: created_by_key?.name ?? null,
    traffic: traffic(row.id),
  }));
  return { person, isLastAdmin: otherAdmins === 0, keys, webhooks, known };
}
