import { type Actor, requireFreshProof } from "@/lib/access/actor";
import { revokeAll } from "@/lib/api-keys/revoke-all";
import { requireOtherAdmin } from "@/lib/auth/last-admin";
import { shutOut } from "@/lib/auth/shut-out";
import { requireStillAdmin } from "@/lib/auth/still-admin";
import { change, type Recorder } from "@/lib/change";
import { lockRow, type Tx } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { keepKeys } from "./keep-keys";
import { lockLivingKeys } from "./living-keys";
import type { RemoveMember } from "./schema";
import { settleWebhooks } from "./settle-webhooks";
import { tellAdmins } from "./tell-admins";

/** Somebody may own as many keys as an organization may have, on a machine that has other things to do. */
const TIMEOUT_MS = 60_000;

type Removal = { kept: number; stopped: number };

/**
 * Removes a member; the row stays, for the record. Their sessions and their calendar's address end, and each of their living keys is stopped, handed
 * over, or kept by whoever removes until a date, all in one transaction. What is not decided on, such as a key made a
 * moment ago, is stopped; the other admins are told once what became of all. Of somebody removed before it settles what
 * they still own. Returns how many keys were kept and how many stopped. Throws `forbidden` for anybody but admins,
 * `proof_required` where something is kept by one who proved too long ago who they are, a 404 for somebody unknown, a
 * 409 for the last admin and where a key to be kept is not what was decided on any more.
 */
export async function removeMember(actor: Actor, input: RemoveMember, now: Date): Promise<Removal> {
  const keepsSome = input.keys.some(({ fate }) => fate !== "stop") || input.webhooks.length > 0;
  if (keepsSome) requireFreshProof(actor, now);
  const options = { timeout: TIMEOUT_MS };
  return change(actor, (tx, record) => settle({ tx, record, actor }, input, now), options);
}

async function settle(
  step: { tx: Tx; record: Recorder; actor: Actor },
  { id, keys: decisions, webhooks }: RemoveMember,
  now: Date,
): Promise<Removal> {
  const { tx, record, actor } = step;
  await requireStillAdmin(tx, actor);
  const own = { id, organization_id: actor.organizationId };
  const columns = { id: true, name: true, role: true, disabled_at: true } as const;
  const person = await tx.user.findFirst({ where: own, select: columns });
  if (person === null) throw new AppError("not_found", "Person not found");

  const living = await lockLivingKeys(tx, actor.organizationId, id, now);
  await keepKeys(step, id, living, decisions, now);
  const kept = new Set(decisions.flatMap((one) => (one.fate === "stop" ? [] : [one.id])));
  const left = living.filter((key) => !kept.has(key.id));
  await revokeAll(tx, record, actor, left, `${person.name} was removed from the organization`, now);

  // Behind the keys, as those who write with one come by. What they were about to leave is there from here on, or never.
  await lockRow(tx, "users", actor.organizationId, id);
  if (person.disabled_at === null) {
    await requireOtherAdmin(tx, actor.organizationId, id);
    await tx.user.update({ where: own, data: { disabled_at: now } });
    record.audit("user.removed", "user", id, { keys_kept: kept.size, keys_stopped: left.length });
  }
  const disabled = await settleWebhooks(step, person, webhooks);
  await shutOut(tx, id, now);
  record.stale("owner", id);
  const ofWebhooks = { stopped: disabled, taken_over: webhooks.length };
  await tellAdmins(step, person, { living, decisions }, ofWebhooks);
  return { kept: kept.size, stopped: left.length };
}
