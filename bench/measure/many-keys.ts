import pg from "pg";

const KEYS_OF_ORGANIZATION = 100;

/** What is known of the keys and people that a database is filled with. */
export type Known = {
  /** SHA-256 of keys whose secrets are known: spread evenly over the rest. */
  hashes: Buffer[];
  /** Of everybody's password. */
  password_hash: string;
};

/**
 * Fills an empty database with so many keys, a hundred an organization and person, each with a day of use; of an
 * organization's keys no two stand together, as where all make theirs over the years. The first person's e-mail is
 * `person-1@example.test`.
 */
export async function fillWithKeys(
  url: string,
  size: number,
  { hashes, password_hash }: Known,
): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const organizations = size / KEYS_OF_ORGANIZATION;
    await client.query(ORGANIZATIONS, [organizations]);
    await client.query(PEOPLE, [password_hash]);
    await client.query(KEYS, [size, organizations, hashes, size / hashes.length]);
    for (const [table, columns] of Object.entries(DAY_OF_USE))
      await client.query(`INSERT INTO ${table} SELECT organization_id, id, ${columns} FROM api_keys`);
    await client.query("VACUUM ANALYZE");
  } finally {
    await client.end();
  }
}

/** The bytes a key of the table of keys and of each table that refers to it, with their indexes. */
export async function bytesOfKey(url: string): Promise<Record<string, number>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ name: string; bytes: number }>(BYTES).finally(() => client.end());
  return Object.fromEntries(rows.map(({ name, bytes }) => [name, bytes]));
}

const ORGANIZATIONS = `
  INSERT INTO organizations (id, name, plan)
  SELECT uuidv7(), 'Organization ' || n, 'enterprise' FROM generate_series(1, $1::int) AS n`;

const PEOPLE = `
  INSERT INTO users (id, organization_id, name, email, role, password_hash, updated_at)
  SELECT uuidv7(), id, 'Admin', 'person-' || row_number() OVER (ORDER BY id) || '@example.test', 'admin', $1, now()
    FROM organizations`;

const KEYS = `
  INSERT INTO api_keys (id, organization_id, owner_id, created_by_id, name, key_hash, key_prefix, last_four, scopes,
         allowed_ips, created_at, shown_at, last_used_at, last_used_ip)
  SELECT uuidv7(age), u.organization_id, u.id, u.id, 'Key ' || n, coalesce(known.hash, sha256(n::text::bytea)),
         'pk_live_' || left(md5(n::text), 4), right(md5(n::text), 4), '{*}', '{}', now() + age, now() + age, now(),
         '198.51.100.7'
    FROM generate_series(1, $1::int) AS n
   CROSS JOIN LATERAL (SELECT (n - $1::int) * interval '1 second') AS a (age)
    JOIN (SELECT *, row_number() OVER (ORDER BY id) AS place FROM users) AS u ON u.place = 1 + n % $2::int
    LEFT JOIN unnest($3::bytea[]) WITH ORDINALITY AS known (hash, place) ON n = known.place * $4::int
   ORDER BY n`;

/** The columns behind the organization and the key. */
const DAY_OF_USE = {
  key_days: "current_date, 100, 5, 0, 1, 0, NULL",
  key_endpoints: "current_date, 'GET', '/candidates', 106",
  key_scopes: "'candidates:read', now()",
  key_addresses: "current_date, false, '198.51.100.7', 'curl/8', 106, now()",
};

const BYTES = `
  SELECT c.relname AS name,
         round(pg_total_relation_size(c.oid)::numeric / (SELECT count(*) FROM api_keys))::int AS bytes
    FROM pg_class c
   WHERE c.oid = 'api_keys'::regclass
      OR c.oid IN (SELECT conrelid FROM pg_constraint WHERE confrelid = 'api_keys'::regclass)
   ORDER BY c.oid <> 'api_keys'::regclass, 2 DESC`;
