import { randomUUIDv7 } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { countStatements } from "./measure/count-statements";
import { onFreshDatabase } from "./measure/fresh-database";
import { heapGrowth } from "./measure/heap";

/** As many as an instance remembers, in organizations that have as many living ones as they may. */
const KEYS = 50_000;
const KEYS_OF_ORGANIZATION = 500;
const CANDIDATES = 2_000;
const AT_ONCE = 8;
/** The slowest chores are due every minute. */
const IDLE_SECONDS = 60;

const USAGE = ["key_days", "key_endpoints", "key_scopes", "key_addresses", "key_minutes", "key_requests"];

type Key = { id: string; organization_id: string; key_hash: Buffer<ArrayBuffer> };
type Figures = Record<string, Record<string, number>>;

/**
 * What keys and calls take: bytes a row in the database with its indexes, bytes of the heap for each key that an
 * instance knows, and statements for what is done: `npm run bench size`. Counts, no times.
 */
export async function main(): Promise<void> {
  await onFreshDatabase(measure);
}

async function measure(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await measureUse(client);
  } finally {
    await client.end();
  }
  console.table(await idle(url));
}

async function measureUse(client: pg.Client): Promise<void> {
  const keys = await makeKeys(client);
  const rows: Figures = { "api_keys, new": await sizeOf(client, "api_keys") };
  const memory = await rememberAll(keys);
  const statements = await callWithAll(keys);
  Object.assign(statements, await makeCandidates());
  rows["api_keys, each used once"] = await sizeOf(client, "api_keys");
  for (const table of [...USAGE, "audit_entries", "events"]) rows[table] = await sizeOf(client, table);
  console.table(rows);
  console.table(memory);
  console.table(statements);
}

async function makeKeys(client: pg.Client): Promise<Key[]> {
  await client.query(
    `INSERT INTO organizations (id, name) SELECT uuidv7(), 'Organization ' || n FROM generate_series(1, $1::int) AS n`,
    [KEYS / KEYS_OF_ORGANIZATION],
  );
  await client.query(
    `INSERT INTO users (id, organization_id, name, email, role, updated_at)
     SELECT uuidv7(), id, 'Ada Lovelace', id || '@person.test', 'admin', now() FROM organizations`,
  );
  const { rows } = await client.query<Key>(
    `INSERT INTO api_keys (id, organization_id, owner_id, created_by_id, name, key_hash, key_prefix, last_four, scopes,
                           allowed_ips, expires_at, shown_at)
     SELECT uuidv7(), u.organization_id, u.id, u.id, 'Key number ' || n, sha256(uuid_send(gen_random_uuid())),
            'pk_live_a1b2', 'wxyz', ARRAY['candidates:read', 'jobs:read'], '{}', now() + interval '90 days', now()
       FROM generate_series(1, $1::int) AS n CROSS JOIN users u
     RETURNING id, organization_id, key_hash`,
    [KEYS_OF_ORGANIZATION],
  );
  return rows;
}

/** Bytes a row of a table, and how many of them are its indexes'. */
async function sizeOf(client: pg.Client, table: string): Promise<Record<string, number>> {
  await client.query(`VACUUM ANALYZE ${table}`);
  const { rows } = await client.query(
    `SELECT count(*)::int AS rows, round(pg_total_relation_size('${table}') / count(*))::int AS "bytes a row",
            round(pg_indexes_size('${table}') / count(*))::int AS "of these indexes" FROM ${table}`,
  );
  return rows[0];
}

async function rememberAll(keys: readonly Key[]): Promise<Figures> {
  // Loaded only now: they read the environment that has just been completed.
  const [{ KnownKeys }, { lookUp }, { recordUse }] = await Promise.all([
    import("@/lib/api-keys/known-keys"),
    import("@/lib/api-keys/look-up"),
    import("@/lib/usage/last-use"),
  ]);
  const limits = { good: keys.length, bad: 1 };
  const always = () => true;
  const known = new KnownKeys<NonNullable<Awaited<ReturnType<typeof lookUp>>>>(limits, always, always);
  const remembered = await heapGrowth(async () => {
    for (let n = 0; n < keys.length; n += AT_ONCE) {
      const find = ({ key_hash }: Key) => known.find(key_hash.toString("latin1"), () => lookUp(key_hash));
      await Promise.all(keys.slice(n, n + AT_ONCE).map(find));
    }
  });
  const used = await heapGrowth(() => {
    for (const { id } of keys) recordUse(id, new Date(), "203.0.113.7");
  });
  const figures = (bytes: number) => ({ keys: keys.length, "bytes a key": Math.round(bytes / keys.length) });
  return { "known to verification": figures(remembered), "last use": figures(used) };
}

/** Calls with each key once, written by flushes of so many at once. */
async function callWithAll(keys: readonly Key[]): Promise<Figures> {
  const [{ lookUp }, { recordCall }, { flushUsage }] = await Promise.all([
    import("@/lib/api-keys/look-up"),
    import("@/lib/usage/record"),
    import("@/lib/usage/flush"),
  ]);
  const [first] = keys as [Key];
  const lookUps = await countStatements(() => lookUp(first.key_hash));
  let flush = 0;
  for (let n = 0; n < keys.length; n += KEYS_OF_ORGANIZATION) {
    for (const key of keys.slice(n, n + KEYS_OF_ORGANIZATION)) recordCall(callWith(key));
    flush = await countStatements(flushUsage);
  }
  recordCall(callWith(first));
  const smallFlush = await countStatements(flushUsage);
  return {
    "look-up of a key": { statements: lookUps },
    "flush of one call": { statements: smallFlush },
    [`flush of ${KEYS_OF_ORGANIZATION} calls with as many keys`]: { statements: flush },
  };
}

const callWith = ({ id, organization_id }: Key) => ({
  requestId: randomUUIDv7(),
  organizationId: organization_id,
  keyId: id,
  dead: false,
  admitted: true,
  at: new Date(),
  durationMs: 3,
  method: "GET",
  path: "/candidates/{id}",
  status: 200,
  address: "203.0.113.7",
  userAgent: "curl/8.5.0",
  scopes: ["candidates:read" as const],
});

async function makeCandidates(): Promise<Figures> {
  const [{ person, NOWHERE }, { makePerson }, { candidates }] = await Promise.all([
    import("@/lib/access/actor"),
    import("@/lib/testing/seed"),
    import("@/lib/resources/candidates"),
  ]);
  const actor = person(await makePerson(), NOWHERE);
  const make = async (n: number) => {
    const body = { full_name: "Ada Lovelace", email: `${n}@candidate.test` };
    const given = { params: {}, query: {}, body };
    return candidates.create.run({ actor, origin: NOWHERE, now: new Date(), ...given });
  };
  const statements = await countStatements(() => make(0));
  for (let made = 1; made < CANDIDATES; made++) await make(made);
  return { "making a candidate": { statements } };
}

/** Statements a second of an instance that nobody calls, by what sends them. */
async function idle(url: string): Promise<Figures> {
  const [{ listenForChanges }, { startChores }, { CHORES }, { startWorker }] = await Promise.all([
    import("@/lib/api-keys/hearing"),
    import("@/lib/chores"),
    import("@/lib/chore-list"),
    import("@/lib/webhooks/worker"),
  ]);
  const whileIdle = async () => {
    const statements = await countStatements(() => pause(IDLE_SECONDS * 1_000));
    return { "statements/s": Number((statements / IDLE_SECONDS).toFixed(1)) };
  };
  const ears = listenForChanges({ ear: url, mouth: url }, () => undefined);
  const stopChores = startChores(CHORES);
  const server = await whileIdle();
  const stopWorker = await startWorker();
  const both = await whileIdle();
  await stopWorker();
  await stopChores();
  ears.stop();
  return { "an idle server with WORKER=off": server, "an idle server": both };
}
