import type { Actor } from "@/lib/access/actor";
import { cutScopes } from "@/lib/access/cut-scopes";
import type { Role } from "@/lib/access/roles";
import type { Scope } from "@/lib/access/scopes";
import type { Recorder } from "@/lib/change";
import type { Tx } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { diesAt } from "./status";
import { tellOwner, wayOnOf } from "./tell";
import type { KeyRow } from "./view";

/** A key whose row is locked, and to whom it goes. `latest` is the latest end that it gets; absent: its own. */
export type HandOver = { key: KeyRow; to: { id: string; role: Role }; latest?: Date };

/**
 * Within a transaction: gives keys other owners, with the same secrets. Each may do what the old and the new owner both
 * may; so whoever takes it over gives it nothing. An end is only ever moved earlier. However many keys it is, it takes
 * the same number of statements for each new owner. Throws a 409 where nothing of a key's scopes would remain.
 */
export async function handOverKeys(
  step: { tx: Tx; record: Recorder; actor: Actor },
  handOvers: readonly HandOver[],
): Promise<void> {
  if (handOvers.length === 0) return;
  const changed = handOvers.map((one) => ({ ...one, ...changesOf(one) }));
  await write(step, changed);
  for (const each of changed) note(step, each);
  const heirs = new Map(changed.map(({ to }) => [to.id, to]));
  for (const heir of heirs.values()) {
    const theirs = changed.filter(({ to }) => to.id === heir.id);
    const keys = theirs.map(({ key, ends_at }) => ({
      key,
      more: {
        from: key.owner.name,
        ends_at: diesAt({ expires_at: key.expires_at, ends_at })?.toISOString() ?? null,
        way_on: wayOnOf({ ...key, ends_at }),
      },
    }));
    await tellOwner(step, "key.handed_over", heir, keys);
  }
}

type Changed = HandOver & { scopes: Scope[]; ends_at: Date | null };

function changesOf({ key, to, latest }: HandOver): Pick<Changed, "scopes" | "ends_at"> {
  const scopes = cutScopes(cutScopes(key.scopes, key.owner.role), to.role);
  if (scopes.length === 0) {
    throw new AppError("conflict", `The new owner may do nothing of what the key ${key.name} is for`);
  }
  return { scopes, ends_at: earlier(key.ends_at, latest ?? null) };
}

async function write({ tx, actor }: { tx: Tx; actor: Actor }, changed: readonly Changed[]): Promise<void> {
  const rows = changed.map(({ key: { id }, to, scopes, ends_at }) => ({
    id,
    owner_id: to.id,
    scopes,
    ends_at,
  }));
  await tx.$executeRaw`
    UPDATE api_keys k SET owner_id = h.owner_id, handed_over_from_id = k.owner_id, scopes = h.scopes, ends_at = h.ends_at
      FROM json_to_recordset(${JSON.stringify(rows)}::json)
           AS h(id uuid, owner_id uuid, scopes text[], ends_at timestamptz)
     WHERE k.organization_id = ${actor.organizationId}::uuid AND k.id = h.id`;
}

function note({ record }: { record: Recorder }, { key, to, latest, scopes, ends_at }: Changed): void {
  record.stale("key", key.id);
  record.audit("api_key.handed_over", "api_key", key.id, {
    owner_id: { from: key.owner.id, to: to.id },
    ...(scopes.join() !== key.scopes.join() && { scopes: { from: key.scopes, to: scopes } }),
    ...(latest && {
      ends_at: { from: key.ends_at?.toISOString() ?? null, to: ends_at?.toISOString() ?? null },
    }),
  });
}

function earlier(a: Date | null, b: Date | null): Date | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}
