import { type Actor, ownerOf } from "@/lib/access/actor";
import { type HandOver, handOverKey } from "@/lib/api-keys/hand-over";
import { DAY_MS } from "@/lib/api-keys/status";
import type { KeyRow } from "@/lib/api-keys/view";
import type { Recorder } from "@/lib/change";
import type { Tx } from "@/lib/db";
import { AppError, invalid } from "@/lib/errors";
import { type KeyDecision, MAX_END_DAYS } from "./schema";

type Kept = Exclude<KeyDecision, { fate: "stop" }>;

/** Hands over what is kept of somebody's living keys, whose rows are locked. Throws a 409 where one has changed since. */
export async function keepKeys(
  step: { tx: Tx; record: Recorder; actor: Actor },
  leaverId: string,
  living: KeyRow[],
  decisions: KeyDecision[],
  now: Date,
): Promise<void> {
  for (const decision of decisions) {
    if (decision.fate === "stop") continue;
    const key = living.find(({ id }) => id === decision.id);
    const successor = key && living.find(({ id }) => id === key.rotated_to?.id);
    // One that was rotated meanwhile would be kept, and the key that programs are about to use stopped.
    const isOverlooked = successor && !decisions.some(({ id }) => id === successor.id);
    if (key === undefined || isOverlooked) {
      throw new AppError("conflict", "The keys have changed since you looked. Look at them again.");
    }
    await handOverKey(step, key, await planOf(step, leaverId, decision, now));
  }
}

async function planOf(
  { tx, actor }: { tx: Tx; actor: Actor },
  leaverId: string,
  decision: Kept,
  now: Date,
): Promise<HandOver> {
  const toId = decision.fate === "end" ? ownerOf(actor) : decision.to;
  const to = await tx.user.findFirst({
    where: { id: toId, organization_id: actor.organizationId, disabled_at: null, NOT: { id: leaverId } },
    select: { id: true, role: true },
  });
  if (to === null) throw invalid("to", "A key can only be handed to another member");
  if (decision.fate === "hand_over") return { to };
  const latest = now.getTime() + MAX_END_DAYS * DAY_MS;
  if (decision.at <= now || decision.at.getTime() > latest) {
    throw invalid("at", `A key's end must lie ahead, and within ${MAX_END_DAYS} days`);
  }
  return { to, ends_at: decision.at };
}
