import { PrismaPg } from "@prisma/adapter-pg";
import {
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlQuery,
} from "@prisma/driver-adapter-utils";
import type pg from "pg";
import { parseIntoClientConfig } from "pg-connection-string";

/** The driver through which the schema engine talks to the database at `url`. */
export function migrationAdapter(url: string): SqlMigrationAwareDriverAdapterFactory {
  // Parts instead of the string: with a string the shadow database's pool would connect to the main database.
  const config = parseIntoClientConfig(url) as pg.PoolConfig;
  return {
    provider: "postgres",
    adapterName: "@prisma/adapter-pg",
    connect: () => open(config),
    connectToShadowDb: () => openShadow(config),
  };
}

/**
 * The same driver without the lock of the session that the engine takes before it migrates, for callers that have one
 * of their own: through a pooler it would stay behind, and the next migration would wait for it in vain.
 */
export function withoutLock(
  factory: SqlMigrationAwareDriverAdapterFactory,
): SqlMigrationAwareDriverAdapterFactory {
  return {
    ...factory,
    async connect() {
      const adapter = await factory.connect();
      const { executeRaw } = adapter;
      adapter.executeRaw = async (query) =>
        query.sql.startsWith("SELECT pg_advisory_lock(") ? 0 : executeRaw.call(adapter, query);
      return adapter;
    },
  };
}

async function openShadow(config: pg.PoolConfig): Promise<SqlDriverAdapter> {
  const database = `prisma_migrate_shadow_db_${crypto.randomUUID()}`;
  const main = await open(config);
  await main.executeScript(`CREATE DATABASE "${database}"`);
  const shadow = await open({ ...config, database });
  const { dispose } = shadow;
  shadow.dispose = async () => {
    await dispose.call(shadow);
    await main.executeScript(`DROP DATABASE "${database}" WITH (FORCE)`);
    await main.dispose();
  };
  return shadow;
}

/** What PrismaPg's adapter has inside; its two gaps below can be closed only there. */
type Inside = SqlDriverAdapter & {
  underlyingDriver(): pg.Pool;
  performIO(query: SqlQuery): Promise<pg.QueryArrayResult>;
  onError(error: unknown): never;
};

async function open(config: pg.PoolConfig): Promise<SqlDriverAdapter> {
  const adapter = (await new PrismaPg(config).connect()) as unknown as Inside;
  // The adapter splits scripts at every semicolon, which cuts function bodies apart; the server splits them rightly.
  adapter.executeScript = async (script) => {
    await adapter
      .underlyingDriver()
      .query(script)
      .catch((error) => adapter.onError(error));
  };
  adapter.queryRaw = queryKnowingChar(adapter);
  return adapter;
}

const CHAR = 18;
const TEXT = 25;

/** PostgreSQL's internal "char" type is refused by the adapter, while the engine expects it as a single character. */
function queryKnowingChar(adapter: Inside): SqlDriverAdapter["queryRaw"] {
  const { queryRaw } = adapter;
  return async (query) => {
    const columns: number[] = [];
    const performIO = async (inner: SqlQuery) => {
      const result = await adapter.performIO(inner);
      for (const [index, field] of result.fields.entries()) {
        if (field.dataTypeID !== CHAR) continue;
        field.dataTypeID = TEXT;
        columns.push(index);
      }
      return result;
    };
    const set = await queryRaw.call(Object.create(adapter, { performIO: { value: performIO } }), query);
    for (const index of columns) set.columnTypes[index] = ColumnTypeEnum.Character;
    return set;
  };
}
