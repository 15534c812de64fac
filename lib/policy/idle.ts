import { system } from "@/lib/access/actor";
import { lockPolicy } from "@/lib/api-keys/lock-policy";
import { DAY_MS } from "@/lib/api-keys/status";
import { noticedKey, toldOf, wayOnOf } from "@/lib/api-keys/tell";
import { KEY_COLUMNS, type KeyRow } from "@/lib/api-keys/view";
import { change, type Recorder } from "@/lib/change";
import type { Chore } from "@/lib/chores";
import { db, lockRows, type Tx } from "@/lib/db";
import { type IdleKey, idleKeys, type Stage } from "./idle-keys";
import { WARNING_DAYS } from "./schema";

/** Disables keys that nobody uses, where the policy asks for it, and warns their owners first. */
export const idleSweep: Chore = { name: "policy.idle", every: 15 * 60_000, run: sweepIdle };

/**
 * Disables the keys that have been idle for as long as their organization's policy says, and whose owner has had the
 * warning for WARNING_DAYS; not within a day after usage could not be written, since they may have been used. Then warns
 * of those that will be next. A use in between makes the warning void. What a process knew that crashed is lost, and so
 * may be a use within the very last second.
 */
export async function sweepIdle(now: Date): Promise<void> {
  await forAll("disable", now, disable);
  await forAll("warn", now, warn);
}

type Unit = { tx: Tx; record: Recorder; now: Date };

async function forAll(
  stage: Stage,
  now: Date,
  run: (unit: Unit, row: KeyRow, idle: IdleKey) => Promise<void>,
): Promise<void> {
  for (let after: string | null = null; ; ) {
    const found: IdleKey[] = await idleKeys(db(), stage, now, { after });
    for (const [organizationId, keys] of Map.groupBy(found, ({ organization_id }) => organization_id)) {
      const ids = keys.map(({ id }) => id);
      await change(system(organizationId), async (tx, record) => {
        await lockPolicy(tx, organizationId);
        await lockRows(tx, "api_keys", organizationId, ids);
        // Under the locks: used, enabled, changed or done by another instance meanwhile, it is idle no more.
        const idle = await idleKeys(tx, stage, now, { ids });
        const where = { organization_id: organizationId, id: { in: idle.map(({ id }) => id) } };
        const rows = await tx.apiKey.findMany({ where, select: KEY_COLUMNS });
        for (const each of idle) {
          const row = rows.find(({ id }) => id === each.id);
          if (row) await run({ tx, record, now }, row, each);
        }
      });
    }
    const last = found.at(-1);
    if (last === undefined) return;
    after = last.id;
  }
}

async function warn({ tx, record, now }: Unit, row: KeyRow, idle: IdleKey): Promise<void> {
  const soonest = Math.max(
    idle.since.getTime() + idle.idle_days * DAY_MS,
    now.getTime() + WARNING_DAYS * DAY_MS,
  );
  const data = {
    key: noticedKey(row),
    idle_days: Math.floor((now.getTime() - idle.since.getTime()) / DAY_MS),
    disabled_at: new Date(soonest).toISOString(),
  };
  for (const { id } of await toldOf(tx, idle.organization_id, row.owner.id))
    record.notify(id, "key.idle", { subject: row.id, data, once: idle.once });
}

async function disable({ tx, record }: Unit, row: KeyRow, idle: IdleKey): Promise<void> {
  const { organization_id, idle_days } = idle;
  await tx.apiKey.update({ where: { organization_id, id: row.id }, data: { enabled: false } });
  record.stale("key", row.id);
  record.audit("api_key.disabled", "api_key", row.id, {
    enabled: { from: true, to: false },
    reason: "idle",
    idle_since: idle.since.toISOString(),
    idle_days,
  });
  for (const { id } of await toldOf(tx, organization_id, row.owner.id))
    record.notify(id, "key.disabled_for_idleness", {
      subject: row.id,
      data: { key: noticedKey(row), idle_days, way_on: wayOnOf(row) },
    });
}
