import { PrismaPg } from "@prisma/adapter-pg";
import { DatabaseConnection } from "./database-connection";
import { env } from "./env";
import { Prisma, PrismaClient } from "./generated/prisma/client";
import { once } from "./once";

export type Tx = Prisma.TransactionClient;
export type { Prisma } from "./generated/prisma/client";

/** The process's one database client. Connects on first use. */
export function db(): PrismaClient {
  return once("db", () => openDatabase());
}

/** Makes a database client. A statement that is not answered within `query_timeout` milliseconds has failed. */
export function openDatabase({ max = 10, query_timeout = 15_000 } = {}): PrismaClient {
  const pool = {
    connectionString: env().DATABASE_URL,
    Client: DatabaseConnection,
    max,
    connectionTimeoutMillis: 5_000,
    query_timeout,
  };
  return new PrismaClient({
    adapter: new PrismaPg(pool),
    // Prisma's longer messages quote arguments, and so what people sent.
    errorFormat: "minimal",
    transactionOptions: { maxWait: 5_000, timeout: 15_000 },
  });
}

/** A piece of SQL that others are made of; the values in it stay parameters. */
export const { sql } = Prisma;

/**
 * Part of each statement that takes a lock for which others wait: for so long the transaction's process may then say
 * nothing. One that froze, or whose machine is gone without a word, would else keep the lock for hours. Those of its
 * transactions that wait for it lose it in turn.
 */
export const LOCK_PATIENCE = sql`set_config('idle_in_transaction_session_timeout', '5s', true)`;

/** The tables whose rows belong to one organization and have an id. */
export type TenantTable =
  | "api_keys"
  | "applications"
  | "candidates"
  | "departments"
  | "interviews"
  | "jobs"
  | "offers"
  | "users"
  | "webhooks";

/**
 * Locks one row of a tenant until the transaction ends, so that what is decided on it stays true until it is written.
 * Rows that refer to it can still be made (which is why it is not FOR UPDATE: every row refers to its organization).
 * Returns whether the row exists.
 */
export async function lockRow(
  tx: Tx,
  table: TenantTable | "organizations",
  organizationId: string,
  id: string,
): Promise<boolean> {
  const tenant = Prisma.raw(table === "organizations" ? "id" : "organization_id");
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT ${LOCK_PATIENCE} FROM ${Prisma.raw(table)} WHERE ${tenant} = ${organizationId}::uuid AND id = ${id}::uuid
       FOR NO KEY UPDATE`;
  return rows.length === 1;
}

/** The same for several rows, in the one order in which nobody else who does so can wait for us and we for them. */
export async function lockRows(
  tx: Tx,
  table: TenantTable,
  organizationId: string,
  ids: string[],
): Promise<void> {
  await tx.$queryRaw`
    SELECT ${LOCK_PATIENCE} FROM ${Prisma.raw(table)} WHERE organization_id = ${organizationId}::uuid AND id = ANY(${ids}::uuid[])
     ORDER BY id FOR NO KEY UPDATE`;
}

/** Keeps everybody else who locks the same text waiting until the transaction ends: for rows that do not exist yet. */
export async function lockText(tx: Tx, text: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${text}, 0)), ${LOCK_PATIENCE}`;
}

/** The same without waiting: returns whether nobody else holds the text. */
export async function tryLockText(tx: Tx, text: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ locked: boolean }[]>`
    SELECT pg_try_advisory_xact_lock(hashtextextended(${text}, 0)) AS locked, ${LOCK_PATIENCE}`;
  return row?.locked === true;
}

/** A case-insensitive substring filter on any text: the wildcards of LIKE in it stand for themselves. */
export function substring(text: string): { contains: string; mode: "insensitive" } {
  return { contains: literal(text), mode: "insensitive" };
}

/** The same for how a text begins, with regard to case. */
export function beginning(text: string): { startsWith: string } {
  return { startsWith: literal(text) };
}

function literal(text: string): string {
  return text.replace(/[\\%_]/g, "\\$&");
}

/** What PostgreSQL said, where Prisma's error carries it. */
type Cause = { kind?: string; originalCode?: string; constraint?: { index?: string } };

function postgresCause(error: unknown): Cause | undefined {
  const meta = (error as { meta?: { driverAdapterError?: { cause?: Cause } } } | null)?.meta;
  return meta?.driverAdapterError?.cause;
}

/** The name of the unique index or foreign key that a write would have violated, or null for any other error. */
export function violatedConstraint(error: unknown): string | null {
  return postgresCause(error)?.constraint?.index ?? null;
}

/** Whether an update or delete found no row that its condition names. */
export function isMissingRow(error: unknown): boolean {
  return (error as { code?: unknown } | null)?.code === "P2025";
}

/** Whether PostgreSQL ended a transaction because it and another waited for each other: it may be run again. */
export function isDeadlock(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return code === "P2034" || postgresCause(error)?.kind === "TransactionWriteConflict";
}

const AWAY_CODES =
  /^(P1000|P1001|P1002|P1008|P1011|P1017|P2024|P2028|P2037|ECONN\w+|EPIPE|ETIMEDOUT|57P0\d|08\w{3}|53[123]00)$/;
const AWAY_KINDS = /^(DatabaseNotReachable|ConnectionClosed|TooManyConnections|SocketTimeout)$/;
const AWAY_MESSAGES =
  /connection terminated|query read timeout|not queryable|timeout exceeded when trying to connect|connection closed/i;

/** Whether an error says that the database cannot be reached now, so that trying again later may succeed. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { kind = "", originalCode = "" } = postgresCause(error) ?? {};
  const { code = "" } = error as { code?: string };
  return (
    [code, originalCode].some((each) => AWAY_CODES.test(each)) ||
    AWAY_KINDS.test(kind) ||
    AWAY_MESSAGES.test(error.message)
  );
}
