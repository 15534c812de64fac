import { lockText, type Tx } from "@/lib/db";
import type { Batch } from "./batch";
import { OTHER, shortAgent, UNKNOWN } from "./call";

/** How many callers of a key are told apart: living and dead of each day, and those of each minute. */
const MAX_CALLERS = 100;

/**
 * Writes a batch, one statement a table, unless it is there already. `writer` names the process, `batch` counts what it
 * writes: a batch of which it is not known whether it arrived is simply written again. Rows of keys that do not exist
 * are left out. Throws what the database throws.
 */
export async function write(tx: Tx, writer: string, number: number, batch: Batch): Promise<void> {
  // One process at a time: none waits for rows of another that waits for its own, and limits are counted exactly.
  await lockText(tx, "usage");
  if (!(await isNew(tx, writer, number))) return;
  if (batch.days.length > 0) await writeDays(tx, batch.days);
  if (batch.endpoints.length > 0) await writeEndpoints(tx, batch.endpoints);
  if (batch.scopes.length > 0) await writeScopes(tx, batch.scopes);
  if (batch.addresses.length > 0) await writeAddresses(tx, batch.addresses);
  if (batch.minutes.length > 0) await writeMinutes(tx, batch.minutes);
  if (batch.requests.length > 0) await writeRequests(tx, batch.requests);
}

async function isNew(tx: Tx, writer: string, number: number): Promise<boolean> {
  const written = await tx.$executeRaw`
    INSERT INTO usage_writers AS w (id, batch, written_at) VALUES (${writer}::uuid, ${number}, now())
    ON CONFLICT (id) DO UPDATE SET batch = excluded.batch, written_at = excluded.written_at
     WHERE w.batch < excluded.batch`;
  return written === 1;
}

async function writeDays(tx: Tx, rows: Batch["days"]): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO key_days AS d (organization_id, key_id, date, ok, client_error, server_error, rate_limited, after_death, after_death_at)
    SELECT organization_id, key_id, date, ok, client_error, server_error, rate_limited, after_death, after_death_at
      FROM json_to_recordset(${json(rows)}::json) AS g(organization_id uuid, key_id uuid, date date, ok bigint,
           client_error bigint, server_error bigint, rate_limited bigint, after_death bigint, after_death_at timestamptz)
     WHERE EXISTS (SELECT FROM api_keys k WHERE k.organization_id = g.organization_id AND k.id = g.key_id)
    ON CONFLICT (organization_id, key_id, date) DO UPDATE SET
      ok = d.ok + excluded.ok,
      client_error = d.client_error + excluded.client_error,
      server_error = d.server_error + excluded.server_error,
      rate_limited = d.rate_limited + excluded.rate_limited,
      after_death = d.after_death + excluded.after_death,
      after_death_at = greatest(d.after_death_at, excluded.after_death_at)`;
}

async function writeEndpoints(tx: Tx, rows: Batch["endpoints"]): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO key_endpoints AS e (organization_id, key_id, date, method, path, calls)
    SELECT organization_id, key_id, date, method, path, calls
      FROM json_to_recordset(${json(rows)}::json)
        AS g(organization_id uuid, key_id uuid, date date, method text, path text, calls bigint)
     WHERE EXISTS (SELECT FROM api_keys k WHERE k.organization_id = g.organization_id AND k.id = g.key_id)
    ON CONFLICT (organization_id, key_id, date, method, path) DO UPDATE SET calls = e.calls + excluded.calls`;
}

async function writeScopes(tx: Tx, rows: Batch["scopes"]): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO key_scopes AS s (organization_id, key_id, scope, last_used_at)
    SELECT organization_id, key_id, scope, last_used_at
      FROM json_to_recordset(${json(rows)}::json)
        AS g(organization_id uuid, key_id uuid, scope text, last_used_at timestamptz)
     WHERE EXISTS (SELECT FROM api_keys k WHERE k.organization_id = g.organization_id AND k.id = g.key_id)
    ON CONFLICT (organization_id, key_id, scope)
      DO UPDATE SET last_used_at = greatest(s.last_used_at, excluded.last_used_at)`;
}

/** Whoever has no row yet gets one while there is room; then all go under one name, so that the sum stays exact. */
async function writeAddresses(tx: Tx, rows: Batch["addresses"]): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO key_addresses AS a (organization_id, key_id, date, dead, address, user_agent, calls, last_seen)
    SELECT organization_id, key_id, date, dead, CASE WHEN fits THEN address ELSE ${OTHER} END,
           CASE WHEN fits THEN user_agent ELSE '' END, sum(calls), max(last_seen)
      FROM (
        SELECT g.*, t.key_id IS NOT NULL OR (
                 SELECT count(*) FROM key_addresses o
                  WHERE (o.organization_id, o.key_id, o.date, o.dead) = (g.organization_id, g.key_id, g.date, g.dead)
               ) + row_number() OVER (
                 PARTITION BY g.organization_id, g.key_id, g.date, g.dead, t.key_id IS NULL
                     ORDER BY g.calls DESC, g.address, g.user_agent
               ) <= ${MAX_CALLERS} AS fits
          FROM json_to_recordset(${json(rows)}::json) AS g(organization_id uuid, key_id uuid, date date, dead boolean,
               address text, user_agent text, calls bigint, last_seen timestamptz)
          JOIN api_keys k ON k.organization_id = g.organization_id AND k.id = g.key_id
          LEFT JOIN key_addresses t
            ON (t.organization_id, t.key_id, t.date, t.dead, t.address, t.user_agent)
             = (g.organization_id, g.key_id, g.date, g.dead, g.address, g.user_agent)
      ) AS placed
     GROUP BY 1, 2, 3, 4, 5, 6
    ON CONFLICT (organization_id, key_id, date, dead, address, user_agent) DO UPDATE SET
      calls = a.calls + excluded.calls, last_seen = greatest(a.last_seen, excluded.last_seen)`;
}

async function writeMinutes(tx: Tx, rows: Batch["minutes"]): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO key_minutes AS m (organization_id, key_id, minute, address, calls, last_seen)
    SELECT organization_id, key_id, minute, CASE WHEN fits THEN address ELSE ${OTHER} END,
           sum(calls), max(last_seen)
      FROM (
        SELECT g.*, t.key_id IS NOT NULL OR (
                 SELECT count(*) FROM key_minutes o
                  WHERE (o.organization_id, o.key_id, o.minute) = (g.organization_id, g.key_id, g.minute)
               ) + row_number() OVER (
                 PARTITION BY g.organization_id, g.key_id, g.minute, t.key_id IS NULL
                     ORDER BY g.calls DESC, g.address
               ) <= ${MAX_CALLERS} AS fits
          FROM json_to_recordset(${json(rows)}::json) AS g(organization_id uuid, key_id uuid, minute timestamptz,
               address text, calls bigint, last_seen timestamptz)
          JOIN api_keys k ON k.organization_id = g.organization_id AND k.id = g.key_id
          LEFT JOIN key_minutes t
            ON (t.organization_id, t.key_id, t.minute, t.address)
             = (g.organization_id, g.key_id, g.minute, g.address)
      ) AS placed
     GROUP BY 1, 2, 3, 4
    ON CONFLICT (organization_id, key_id, minute, address) DO UPDATE SET
      calls = m.calls + excluded.calls, last_seen = greatest(m.last_seen, excluded.last_seen)`;
}

async function writeRequests(tx: Tx, rows: Batch["requests"]): Promise<void> {
  const requests = rows.map(({ organization_id, key_id, call }) => ({
    id: call.requestId,
    organization_id,
    key_id,
    at: call.at,
    method: call.method,
    path: call.path,
    status: call.status,
    dead: call.dead,
    duration_ms: call.durationMs,
    address: call.address ?? UNKNOWN,
    user_agent: shortAgent(call.userAgent),
  }));
  await tx.$executeRaw`
    INSERT INTO key_requests (id, organization_id, key_id, at, method, path, status, dead, duration_ms, address, user_agent)
    SELECT id, organization_id, key_id, at, method, path, status, dead, duration_ms, address, user_agent
      FROM json_to_recordset(${json(requests)}::json) AS g(id uuid, organization_id uuid, key_id uuid, at timestamptz,
           method text, path text, status int, dead boolean, duration_ms int, address text, user_agent text)
     WHERE EXISTS (SELECT FROM api_keys k WHERE k.organization_id = g.organization_id AND k.id = g.key_id)
    ON CONFLICT (id) DO NOTHING`;
}

function json(rows: unknown[]): string {
  return JSON.stringify(rows);
}
