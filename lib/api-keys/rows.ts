import type { Actor } from "@/lib/access/actor";
import type { Recorder } from "@/lib/change";
import { lockRow, type Prisma, type Tx } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { managedBy } from "./permission";
import { mint } from "./token";
import { KEY_COLUMNS, type KeyRow, type KeyView, viewOf } from "./view";

/** One key that the actor manages, as it is stored. Throws not_found for any other. */
export async function findKey(tx: Tx, actor: Actor, id: string): Promise<KeyRow> {
  const row = await tx.apiKey.findFirst({ where: { AND: [managedBy(actor), { id }] }, select: KEY_COLUMNS });
  if (row === null) throw new AppError("not_found", "API key not found");
  return row;
}

/** The same, locked until the transaction ends. */
export async function findKeyLocked(tx: Tx, actor: Actor, id: string): Promise<KeyRow> {
  await lockRow(tx, "api_keys", actor.organizationId, id);
  return findKey(tx, actor, id);
}

/** A key of an organization, locked until the transaction ends, whoever manages it. */
export async function lockKey(tx: Tx, organizationId: string, id: string): Promise<KeyRow> {
  await lockRow(tx, "api_keys", organizationId, id);
  return tx.apiKey.findFirstOrThrow({ where: { id, organization_id: organizationId }, select: KEY_COLUMNS });
}

type Fields = Pick<
  Prisma.ApiKeyUncheckedCreateInput,
  | "name"
  | "description"
  | "scopes"
  | "expires_at"
  | "allowed_ips"
  | "rate_limit"
  | "on_leak"
  | "rotated_from_id"
  | "handed_over_from_id"
> & { created_by_id?: string };

/** Makes a key, whoever asked for it and by whatever way. `key` is its secret, which is stored nowhere. */
export async function insertKey(
  tx: Tx,
  actor: Actor,
  owner_id: string,
  fields: Fields,
  now: Date,
): Promise<{ row: KeyRow; key: string }> {
  const { key, ...stored } = mint();
  const row = await tx.apiKey.create({
    data: {
      created_by_id: actor.ownerId ?? owner_id,
      handed_over_from_id: actor.kind === "key" ? await otherKnower(tx, actor) : null,
      ...stored,
      ...fields,
      organization_id: actor.organizationId,
      owner_id,
      created_by_key_id: actor.kind === "key" ? actor.id : null,
      // A browser confirms that it drew the secret; other callers have it with the answer.
      shown_at: actor.kind === "person" ? null : now,
      created_at: now,
    },
    select: KEY_COLUMNS,
  });
  return { row, key };
}

/**
 * Who besides its owner knows the secret of a key that acts, and so may be who it was that made another with it; first
 * somebody who is no member any more.
 */
async function otherKnower(tx: Tx, { id, organizationId }: Actor): Promise<string | null> {
  const person = { select: { id: true, disabled_at: true } };
  const maker = await tx.apiKey.findFirstOrThrow({
    where: { id: id ?? "", organization_id: organizationId },
    select: { owner_id: true, created_by: person, handed_over_from: person },
  });
  const others = [maker.handed_over_from, maker.created_by].filter(
    (one) => one !== null && one.id !== maker.owner_id,
  );
  return (others.find((one) => one?.disabled_at) ?? others[0])?.id ?? null;
}

/** Reports a key's new state to subscribers, and returns it. */
export function reportKey(
  record: Recorder,
  type: "api_key.created" | "api_key.rotated" | "api_key.revoked" | "api_key.expiring" | "api_key.leaked",
  row: KeyRow,
  now: Date,
): KeyView {
  const { shown_at: _, leaked_at: __, ends_at: ___, ...view } = viewOf(row, now);
  record.event(type, JSON.parse(JSON.stringify(view)));
  return viewOf(row, now);
}
