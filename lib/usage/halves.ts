import type { Actor } from "@/lib/access/actor";
import { managedBy } from "@/lib/api-keys/permission";
import { diesAt, LIFETIME_COLUMNS, statusOf } from "@/lib/api-keys/status";
import type { KeyRow } from "@/lib/api-keys/view";
import { db } from "@/lib/db";
import type { KeyHalf, LastHour } from "./evidence";
import { latestUse } from "./last-use";

/** The keys before and after one in its chain of rotations, where there are such and the actor manages them. */
export async function halvesOf(
  actor: Actor,
  key: Pick<KeyRow, "rotated_from_id" | "rotated_to">,
  lastHour: (id: string) => LastHour,
  now: Date,
): Promise<{ previous: KeyHalf | null; next: KeyHalf | null }> {
  const [before, after] = [key.rotated_from_id, key.rotated_to?.id];
  const ids = [before, after].filter((each) => typeof each === "string");
  if (ids.length === 0) return { previous: null, next: null };
  const rows = await db().apiKey.findMany({
    where: { AND: [managedBy(actor), { id: { in: ids } }] },
    select: {
      id: true,
      key_prefix: true,
      last_four: true,
      created_at: true,
      last_used_at: true,
      last_used_ip: true,
      ...LIFETIME_COLUMNS,
    },
  });
  const half = (id: string | null | undefined): KeyHalf | null => {
    const row = rows.find((each) => each.id === id);
    if (row === undefined) return null;
    const { key_prefix, last_four, created_at } = row;
    const [status, expires_at] = [statusOf(row, now), diesAt(row)];
    const named = { id: row.id, key_prefix, last_four, status, created_at, expires_at };
    return { ...named, ...latestUse(row), last_hour: lastHour(row.id) };
  };
  return { previous: half(before), next: half(after) };
}
