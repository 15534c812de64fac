import type { Actor } from "@/lib/access/actor";
import type { Role } from "@/lib/access/roles";
import type { Recorder } from "@/lib/change";
import type { Prisma, Tx } from "@/lib/db";
import type { KeyNoticeKind, NoticeData, NoticedActor, NoticedKey, WayOn } from "@/lib/notices/kinds";
import type { KeyRow } from "./view";

type Step = { tx: Tx; record: Recorder; actor: Actor };
type More<Kind extends KeyNoticeKind> = Omit<NoticeData[Kind], "key" | "by"> & Prisma.InputJsonObject;

/** Whom a notice about a key reaches, as far as they are there still. */
export type Told = { id: string; isAdmin: boolean };

/**
 * Tells those whom a key concerns: its owner, also of what they did themselves, since it may not have been them; where
 * the owner is disabled, the organization's admins. With `admins` these too. From where it was done is told to admins
 * and to whoever is said to have done it.
 */
export async function tellOfKey<Kind extends KeyNoticeKind>(
  step: Step,
  kind: Kind,
  key: KeyRow,
  more: More<Kind>,
  options: { admins?: boolean } = {},
): Promise<void> {
  const { tx, actor } = step;
  const by = await noticedActor(tx, actor);
  const told = await toldOf(tx, actor.organizationId, key.owner.id, options);
  for (const one of told) tellOne(step, kind, one, by, key, more);
}

/** The same of several keys that one present member owns now, in as many statements as for one. */
export async function tellOwner<Kind extends KeyNoticeKind>(
  step: Step,
  kind: Kind,
  owner: { id: string; role: Role },
  keys: { key: NoticedKey; more: More<Kind> }[],
): Promise<void> {
  const by = await noticedActor(step.tx, step.actor);
  const told = { id: owner.id, isAdmin: owner.role === "admin" };
  for (const { key, more } of keys) tellOne(step, kind, told, by, key, more);
}

function tellOne<Kind extends KeyNoticeKind>(
  { record, actor }: Step,
  kind: Kind,
  { id, isAdmin }: Told,
  by: NoticedActor,
  key: NoticedKey,
  more: More<Kind>,
): void {
  const mayKnow = isAdmin || id === actor.ownerId;
  const address = mayKnow ? actor.origin.address : null;
  const data = { ...more, key: noticedKey(key), by: { ...by, address } } as NoticeData[Kind] &
    Prisma.InputJsonObject;
  record.notify(id, kind, { subject: key.id, data });
}

/** Those whom a key of an owner concerns: the owner, or the admins where that one is disabled; with `admins` these too. */
export async function toldOf(
  tx: Tx,
  organization_id: string,
  ownerId: string,
  { admins = false }: { admins?: boolean } = {},
): Promise<Told[]> {
  const people = await tx.user.findMany({
    where: { organization_id, disabled_at: null, OR: [{ id: ownerId }, { role: "admin" }] },
    select: { id: true, role: true },
    orderBy: { id: "asc" },
  });
  const owner = people.filter(({ id }) => id === ownerId);
  const told = admins || owner.length === 0 ? people : owner;
  return told.map(({ id, role }) => ({ id, isAdmin: role === "admin" }));
}

/** What a notice says of a key. */
export function noticedKey({ id, name, key_prefix, last_four }: NoticedKey): NoticedKey {
  return { id, name, key_prefix, last_four };
}

/** How the programs of a key go on without it. */
export function wayOnOf({ rotated_to, ends_at }: Pick<KeyRow, "rotated_to" | "ends_at">): WayOn {
  if (rotated_to !== null) return "move";
  return ends_at === null ? "rotate" : "replace";
}

/** Who does something, as a notice names them. */
export async function noticedActor(tx: Tx, { kind, id, organizationId }: Actor): Promise<NoticedActor> {
  if (id === null) return { kind, name: null };
  const which = { where: { id, organization_id: organizationId }, select: { name: true } };
  const found = kind === "key" ? await tx.apiKey.findFirst(which) : await tx.user.findFirst(which);
  return { kind, name: found?.name ?? null };
}
