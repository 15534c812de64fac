import { type Actor, ownerOf } from "@/lib/access/actor";
import { type HandOver, handOverKeys } from "@/lib/api-keys/hand-over";
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
  const kept = decisions.filter((decision) => decision.fate !== "stop");
  const keys = keptOf(living, decisions, kept);
  const newOwnerOf = (decision: Kept) => (decision.fate === "end" ? ownerOf(step.actor) : decision.to);
  const heirs = await heirsById(step, leaverId, kept.map(newOwnerOf));
  const handOvers = kept.map((decision, index): HandOver => {
    const [key, to] = [keys[index] as KeyRow, heirs.get(newOwnerOf(decision))];
    if (to === undefined) throw invalid("to", "A key can only be handed to another member");
    return decision.fate === "hand_over" ? { key, to } : { key, to, latest: endOf(decision.at, now) };
  });
  await handOverKeys(step, handOvers);
}

function keptOf(living: KeyRow[], decisions: KeyDecision[], kept: Kept[]): KeyRow[] {
  const byId = new Map(living.map((key) => [key.id, key]));
  const decided = new Set(decisions.map(({ id }) => id));
  return kept.map(({ id }) => {
    const key = byId.get(id);
    const successor = key?.rotated_to && byId.get(key.rotated_to.id);
    // One that was rotated meanwhile would be kept, and the key that programs are about to use stopped.
    if (key === undefined || (successor && !decided.has(successor.id))) {
      throw new AppError("conflict", "The keys have changed since you looked. Look at them again.");
    }
    return key;
  });
}

async function heirsById({ tx, actor }: { tx: Tx; actor: Actor }, leaverId: string, ids: string[]) {
  const heirs = await tx.user.findMany({
    where: {
      id: { in: [...new Set(ids)] },
      organization_id: actor.organizationId,
      disabled_at: null,
      NOT: { id: leaverId },
    },
    select: { id: true, role: true },
  });
  return new Map(heirs.map((heir) => [heir.id, heir]));
}

function endOf(at: Date, now: Date): Date {
  if (at <= now || at.getTime() > now.getTime() + MAX_END_DAYS * DAY_MS) {
    throw invalid("at", `A key's end must lie ahead, and within ${MAX_END_DAYS} days`);
  }
  return at;
}
