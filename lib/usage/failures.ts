import { db } from "@/lib/db";

/**
 * Notes that a process failed to write usage at an instant: what its calls were is known only later, if ever. Throws
 * what the database throws.
 */
export async function noteFailure(writer: string, at: Date): Promise<void> {
  await db().$executeRaw`
    INSERT INTO usage_writers AS w (id, batch, written_at, failed_at) VALUES (${writer}::uuid, 0, now(), ${at})
    ON CONFLICT (id) DO UPDATE SET failed_at = greatest(w.failed_at, excluded.failed_at)`;
}
