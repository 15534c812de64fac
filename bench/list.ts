import { once } from "node:events";
import { Agent, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import pg from "pg";
import { onFreshDatabase } from "./measure/fresh-database";
import { type Kind, printInTurn } from "./measure/in-turn";
import { statusOf } from "./measure/steady-load";

const SIZES = [1_000, 100_000] as const;
const LIMIT = 50;
const CALLS = 100;
/** How far the deep page is from the end, in rows. */
const BEFORE_END = 100;

/**
 * What a page of a list costs beside the bare SQL for the same rows and their number, in the same process; and whether
 * it stays the same with many rows and far behind: `npm run bench list`. Microseconds a call, the median of seven
 * rounds taken in turn. The API's calls go over HTTP, with authentication, limits and usage.
 */
export async function main(): Promise<void> {
  await onFreshDatabase(measure);
}

async function measure(url: string): Promise<void> {
  // Loaded only now: they read the environment that has just been completed.
  const [
    { makeKey, makePerson },
    { fastLane },
    { normalize },
    { parseProxies },
    { catalogue },
    hearing,
    { forgetAllKeys },
  ] = await Promise.all([
    import("@/lib/testing/seed"),
    import("@/lib/api/fast-lane"),
    import("@/lib/api/incoming"),
    import("@/lib/api/peer"),
    import("@/lib/resources"),
    import("@/lib/api-keys/hearing"),
    import("@/lib/api-keys/verify"),
  ]);
  const ears = hearing.listenForChanges({ ear: url, mouth: url }, forgetAllKeys);
  while (!hearing.hearsChanges()) await new Promise((go) => setTimeout(go, 20));
  const lane = fastLane(catalogue);
  const server = createServer((request, response) => {
    normalize(request, parseProxies(""));
    void lane(request, response);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1/candidates?limit=${LIMIT}`;
  const pool = new pg.Pool({ connectionString: url, max: 2 });

  const agent = new Agent({ keepAlive: true });

  const kinds: Record<string, Kind> = {};
  for (const size of SIZES) {
    const owner = await makePerson();
    const { key } = await makeKey(owner, ["candidates:read"]);
    await fill(pool, owner.organization_id, size);
    const get = async (query = "") => {
      const answer = await fetch(base + query, { headers: { Authorization: `Bearer ${key}` } });
      if (answer.status !== 200) throw new Error(await answer.text());
      return (await answer.json()) as { meta: { cursor: string | null } };
    };
    const call = async (query = "") => {
      const status = await statusOf(base + query, key, agent);
      if (status !== 200) throw new Error(`Answered with ${status}`);
    };
    const second = `&cursor=${(await get()).meta.cursor}`;
    const deep = `&cursor=${await cursorBehind(size - BEFORE_END, get)}`;
    const rows = size.toLocaleString("en");
    const smallest = SIZES[0].toLocaleString("en");
    kinds[`SQL: ${LIMIT} of ${rows} and their number`] = {
      calls: CALLS,
      run: () => bySql(pool, owner.organization_id),
    };
    kinds[`first page of ${rows}`] = {
      calls: CALLS,
      baseline: `SQL: ${LIMIT} of ${rows} and their number`,
      run: () => call(),
    };
    kinds[`second page of ${rows}, by cursor`] = {
      calls: CALLS,
      baseline: `second page of ${smallest}, by cursor`,
      run: () => call(second),
    };
    kinds[`page before the end of ${rows}, by cursor`] = {
      calls: CALLS,
      baseline: `second page of ${rows}, by cursor`,
      run: () => call(deep),
    };
  }
  await printInTurn(kinds);

  agent.destroy();
  server.close();
  server.closeAllConnections();
  ears.stop();
  await pool.end();
}

async function fill(pool: pg.Pool, organizationId: string, size: number): Promise<void> {
  await pool.query(
    `INSERT INTO candidates (id, organization_id, full_name, email, tags, source, created_at)
     SELECT gen_random_uuid(), $1::uuid, left(md5(n::text), 12), n || '@candidate.test', ARRAY['tag' || n % 100],
            'source' || n % 20, now() - n * interval '1 minute'
       FROM generate_series(1, $2::int) AS n`,
    [organizationId, size],
  );
  await pool.query("VACUUM ANALYZE candidates");
}

/** What a list's answer is made from, as one would write it by hand: both statements at once. */
async function bySql(pool: pg.Pool, organizationId: string): Promise<void> {
  await Promise.all([
    pool.query(
      `SELECT id, full_name, email, phone, tags, source, location, linkedin_url, created_at, updated_at
         FROM candidates WHERE organization_id = $1 ORDER BY created_at DESC, id DESC LIMIT $2`,
      [organizationId, LIMIT],
    ),
    pool.query("SELECT count(*) FROM candidates WHERE organization_id = $1", [organizationId]),
  ]);
}

type Get = (query: string) => Promise<{ meta: { cursor: string | null } }>;

/** The cursor that a page handed out which ended behind so many rows. */
async function cursorBehind(rows: number, get: Get): Promise<string | null> {
  return (await get(`&offset=${rows - LIMIT}`)).meta.cursor;
}
