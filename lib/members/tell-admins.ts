import type { Actor } from "@/lib/access/actor";
import { noticedActor } from "@/lib/api-keys/tell";
import type { KeyRow } from "@/lib/api-keys/view";
import type { Recorder } from "@/lib/change";
import type { Tx } from "@/lib/db";
import type { NoticeData } from "@/lib/notices/kinds";
import type { KeyDecision } from "./schema";

/** A notice names so many keys of each fate. */
const MOST_NAMED = 5;

/** Within a transaction: tells the other admins, once, who was removed and what became of what they owned. */
export async function tellAdmins(
  { tx, record, actor }: { tx: Tx; record: Recorder; actor: Actor },
  { id, name, disabled_at }: { id: string; name: string; disabled_at: Date | null },
  { living, decisions }: { living: KeyRow[]; decisions: KeyDecision[] },
  webhooks: NoticeData["member.removed"]["webhooks"],
): Promise<void> {
  const others = await tx.user.findMany({
    where: {
      organization_id: actor.organizationId,
      role: "admin",
      disabled_at: null,
      id: { notIn: [id, ...(actor.ownerId === null ? [] : [actor.ownerId])] },
    },
    select: { id: true },
  });
  if (others.length === 0) return;
  const fates = new Map(decisions.map((decision) => [decision.id, decision.fate]));
  const those = (fate: KeyDecision["fate"]) => {
    const names = living.filter((key) => (fates.get(key.id) ?? "stop") === fate).map((key) => key.name);
    return { count: names.length, names: names.slice(0, MOST_NAMED) };
  };
  const { address } = actor.origin;
  const data = {
    person: { id, name },
    by: { ...(await noticedActor(tx, actor)), address },
    before: disabled_at !== null,
    keys: { stopped: those("stop"), handed_over: those("hand_over"), ended: those("end") },
    webhooks,
  };
  for (const other of others) record.notify(other.id, "member.removed", { subject: id, data });
}
