import type { Role } from "@/lib/access/roles";
import { db, type Prisma } from "@/lib/db";
import type { Due } from "./queue";
import { TIMEOUT_MS } from "./send";

/** For so long a delivery belongs to whoever claimed it: longer than an attempt may take. */
export const LEASE_MS = TIMEOUT_MS + 5_000;

/** A delivery that is to be tried now, with all that it takes. */
export type Claimed = {
  id: string;
  organization_id: string;
  webhook_id: string;
  /** When it was taken: by the database's clock, as its turn is, whatever this process's clock says. */
  claimed_at: Date;
  /** The same by `performance.now()`: how long ago that is, whatever happens to either clock. */
  claimed_on: number;
  event_type: string;
  test: boolean;
  /** How many attempts were made before. */
  attempts: number;
  /** What happened, and when; null for a test. */
  data: Prisma.JsonValue;
  happened_at: Date | null;
  created_at: Date;
  url: string;
  /** What the webhook asks for now. */
  events: string[];
  sealed_secret: Uint8Array<ArrayBuffer>;
  secret_key_version: number;
  previous_sealed_secret: Uint8Array<ArrayBuffer> | null;
  previous_secret_key_version: number | null;
  previous_secret_until: Date | null;
  owner_role: Role;
  owner_disabled_at: Date | null;
};

/**
 * Takes the deliveries among those named that are due, each once however many do so at the same time: whoever moves its
 * time on, has it until then. None of a webhook that is off, but for tests.
 * @param now when that is, unless the database's clock is ahead: where ours is behind, nothing would be due that is
 */
export async function claim(ids: readonly string[], now: Date): Promise<Claimed[]> {
  const claimed_on = performance.now();
  const claimed = await db().$queryRaw<Omit<Claimed, "claimed_on">[]>`
    WITH clock AS (
      SELECT greatest(${now}::timestamptz, now()) AS now
    ), claimed AS (
      UPDATE deliveries d SET next_attempt_at = clock.now + ${LEASE_MS} * interval '1 ms'
        FROM clock
       WHERE d.id = ANY(${ids}::uuid[]) AND d.status = 'pending' AND d.next_attempt_at <= clock.now
         AND (d.test OR EXISTS (SELECT FROM webhooks w
                                 WHERE w.organization_id = d.organization_id AND w.id = d.webhook_id AND w.enabled))
      RETURNING d.*, clock.now AS claimed_at
    )
    SELECT d.id, d.organization_id, d.webhook_id, d.claimed_at, d.event_type, d.test, d.attempts, d.created_at,
           e.data, e.created_at AS happened_at,
           w.url, w.events, w.sealed_secret, w.secret_key_version, w.previous_sealed_secret, w.previous_secret_key_version,
           w.previous_secret_until, u.role AS owner_role, u.disabled_at AS owner_disabled_at
      FROM claimed d
      JOIN webhooks w ON w.organization_id = d.organization_id AND w.id = d.webhook_id
      JOIN users u ON u.organization_id = w.organization_id AND u.id = w.owner_id
      LEFT JOIN events e ON e.organization_id = d.organization_id AND e.id = d.event_id`;
  return claimed.map((each) => ({ ...each, claimed_on }));
}

/** When those among the deliveries named that wait for another time are to be looked at again. */
export async function waiting(ids: readonly string[]): Promise<Due[]> {
  return db().$queryRaw`
    SELECT d.id, d.organization_id, d.webhook_id, d.next_attempt_at AS at
      FROM deliveries d JOIN webhooks w ON w.organization_id = d.organization_id AND w.id = d.webhook_id
     WHERE d.id = ANY(${ids}::uuid[]) AND d.status = 'pending' AND (d.test OR w.enabled)`;
}
