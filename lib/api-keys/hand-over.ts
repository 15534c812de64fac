import type { Actor } from "@/lib/access/actor";
import { cutScopes } from "@/lib/access/cut-scopes";
import type { Role } from "@/lib/access/roles";
import type { Recorder } from "@/lib/change";
import type { Tx } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { diesAt } from "./status";
import { tellOfKey, wayOnOf } from "./tell";
import { KEY_COLUMNS, type KeyRow } from "./view";

/** To whom a key goes. `ends_at` is the latest end that it gets; absent: its own. */
export type HandOver = { to: { id: string; role: Role }; ends_at?: Date };

/**
 * Within a transaction: gives a key whose row is locked another owner, with the same secret. It may do what the old and
 * the new owner both may; so whoever takes it over gives it nothing. An end is only ever moved earlier. Throws a 409
 * where nothing of its scopes would remain.
 */
export async function handOverKey(
  { tx, record, actor }: { tx: Tx; record: Recorder; actor: Actor },
  key: KeyRow,
  { to, ends_at: latest }: HandOver,
): Promise<void> {
  const scopes = cutScopes(cutScopes(key.scopes, key.owner.role), to.role);
  if (scopes.length === 0) {
    throw new AppError("conflict", `The new owner may do nothing of what the key ${key.name} is for`);
  }
  const ends_at = earlier(key.ends_at, latest ?? null);
  const row = await tx.apiKey.update({
    where: { id: key.id, organization_id: actor.organizationId },
    data: { owner_id: to.id, handed_over_from_id: key.owner.id, scopes, ends_at },
    select: KEY_COLUMNS,
  });
  record.stale("key", key.id);
  record.audit("api_key.handed_over", "api_key", key.id, {
    owner_id: { from: key.owner.id, to: to.id },
    ...(scopes.join() !== key.scopes.join() && { scopes: { from: key.scopes, to: scopes } }),
    ...(latest && {
      ends_at: { from: key.ends_at?.toISOString() ?? null, to: ends_at?.toISOString() ?? null },
    }),
  });
  await tellOfKey({ tx, record, actor }, "key.handed_over", row, {
    from: key.owner.name,
    ends_at: diesAt(row)?.toISOString() ?? null,
    way_on: wayOnOf(row),
  });
}

function earlier(a: Date | null, b: Date | null): Date | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}
