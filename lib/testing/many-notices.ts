import { db } from "@/lib/db";

/** Makes so many unread notices for a person, in no particular order: PostgreSQL makes them itself. */
export async function makeManyNotices(person: { id: string }, count: number): Promise<void> {
  await db().$executeRaw`
    INSERT INTO notices (id, organization_id, user_id, kind, subject_id, data, once, delivered_at)
    SELECT gen_random_uuid(), u.organization_id, u.id, 'key.revoked', u.id,
           jsonb_build_object('reason', NULL, 'key', jsonb_build_object(
             'id', u.id, 'name', 'Key ' || n, 'key_prefix', 'pk_live_a1b2', 'last_four', 'wxyz')),
           'many:' || n, now()
      FROM users u CROSS JOIN generate_series(1, ${count}::int) AS n
     WHERE u.id = ${person.id}::uuid`;
}
