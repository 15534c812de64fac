import type { Actor } from "@/lib/access/actor";
import { revokeAll } from "@/lib/api-keys/revoke-all";
import { isLiving, statusOf } from "@/lib/api-keys/status";
import { KEY_COLUMNS, type KeyRow } from "@/lib/api-keys/view";
import { change } from "@/lib/change";
import { lockRows, type Tx } from "@/lib/db";
import { endSoon } from "./end-keys";
import { lockLine } from "./line";
import type { Place } from "./place";
import { tell } from "./tell";

/** A key of the actor's organization, and where it was seen. */
export type Seen = Place & { keyId: string };

/** What becomes of a key that was seen: of a dead one nothing. */
export type Outcome = "revoked" | "ends" | "alert" | "dead";

/**
 * Acts on keys of one organization that others have. A finder's word revokes a living key; GitHub's does what was
 * chosen for it, and so for what took over from it by its own doing. Each place is noted and told once. However many
 * keys it is, it takes the same number of statements.
 */
export async function answerLeaks(
  actor: Actor,
  source: "github" | "finder",
  seen: readonly Seen[],
  now: Date,
): Promise<void> {
  const { organizationId } = actor;
  const ids = [...new Set(seen.map(({ keyId }) => keyId))];
  await change(actor, async (tx, record) => {
    await lockRows(tx, "api_keys", organizationId, ids);
    const outcomes = new Map(
      (await rowsOf(tx, organizationId, ids)).map((row) => [row.id, outcomeOf(row, source, now)]),
    );
    const those = (outcome: Outcome) => ids.filter((id) => outcomes.get(id) === outcome);
    const toRevoke = await lockLine(tx, organizationId, those("revoked"), now);
    const revoked = new Set(toRevoke.map(({ id }) => id));
    const toEnd = await lockLine(tx, organizationId, those("ends"), now);

    await noteLeak(tx, organizationId, ids, now);
    for (const id of ids) record.stale("key", id);
    await revokeAll(tx, record, actor, toRevoke, REASONS[source], now);
    await endSoon(
      tx,
      record,
      actor,
      toEnd.filter(({ id }) => !revoked.has(id)),
      now,
    );
    const fresh = await noteSightings(tx, organizationId, source, seen, now);
    await tell(tx, record, { actor, source, fresh, outcomes, revoked: toRevoke, now });
  });
}

const REASONS = {
  finder: "Reported by somebody who had it",
  github: "Found in public by GitHub",
};

const BY_CHOICE = { revoke: "revoked", revoke_after_24h: "ends", alert: "alert" } as const;

function outcomeOf(row: KeyRow, source: "github" | "finder", now: Date): Outcome {
  if (!isLiving(statusOf(row, now))) return "dead";
  return source === "finder" ? "revoked" : BY_CHOICE[row.on_leak];
}

function rowsOf(tx: Tx, organization_id: string, ids: string[]): Promise<KeyRow[]> {
  return tx.apiKey.findMany({ where: { organization_id, id: { in: ids } }, select: KEY_COLUMNS });
}

async function noteLeak(tx: Tx, organization_id: string, ids: string[], now: Date): Promise<void> {
  await tx.apiKey.updateMany({
    where: { organization_id, id: { in: ids }, leaked_at: null },
    data: { leaked_at: now },
  });
}

/** Writes down where keys were seen. Returns what was not known yet. */
function noteSightings(
  tx: Tx,
  organization_id: string,
  source: string,
  seen: readonly Seen[],
  now: Date,
): Promise<{ key_id: string; type: string; url: string }[]> {
  return tx.keySighting.createManyAndReturn({
    data: seen.map(({ keyId: key_id, type, url }) => {
      return { organization_id, key_id, source, type, url, seen_at: now };
    }),
    skipDuplicates: true,
    select: { key_id: true, type: true, url: true },
  });
}
