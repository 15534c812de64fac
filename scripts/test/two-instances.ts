import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { makeAdminKey } from "./admin-key";
import { type TcpProxy, tcpProxy } from "./tcp-proxy";
import { startTestServer, type TestServer } from "./test-server";
import { type ThrowAway, throwAwayDatabase } from "./throw-away-database";

/** Two servers on one database; the second hears of changes through a proxy that can be broken. */
export type TwoInstances = {
  database: ThrowAway;
  /** Base addresses. */
  a: string;
  b: string;
  ear: TcpProxy;
  /** A key with every scope, of an organization on the highest plan. */
  admin: string;
  /** Ends the database backend on which the second server listens. */
  cutEar(): Promise<void>;
  /** Waits until the second server has heard itself again through the proxy, and so trusts what it remembers. */
  hearing(): Promise<void>;
  stop(): Promise<void>;
};

export async function startTwoInstances(): Promise<TwoInstances> {
  const database = await throwAwayDatabase();
  const direct = new URL(database.url);
  const ear = await tcpProxy(Number(direct.port));
  direct.port = String(ear.port);
  const lifted = { RATE_LIMIT_PER_MINUTE: "1000000000", LOG_LEVEL: "warn" };
  const servers: TestServer[] = [
    await startTestServer(database.url, { name: "instance-a", ...lifted, DATABASE_DIRECT_URL: database.url }),
    await startTestServer(database.url, { name: "instance-b", ...lifted, DATABASE_DIRECT_URL: direct.href }),
  ];
  const query = async (text: string, values: unknown[] = []) => {
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    return client.query(text, values).finally(() => client.end());
  };
  const [a, b] = servers.map(({ env }) => env.BASE_URL) as [string, string];
  return {
    database,
    a,
    b,
    ear,
    admin: await makeAdminKey((servers[0] as TestServer).env),
    async cutEar() {
      await query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE client_port = ANY($1)", [
        ear.outgoing(),
      ]);
    },
    async hearing() {
      const { rows } = await query("SELECT now() AS since");
      // Two beats: the first may have been under way already.
      while ((await query(BEATS, [ear.outgoing(), rows[0].since])).rowCount === 0) await pause(50);
    },
    async stop() {
      ear.close();
      await Promise.all(servers.map((server) => server.stop()));
      await database.remove();
    },
  };
}

// The connection that listens goes through the proxy; the one that says the beats has the same name.
const BEATS = `SELECT 1 FROM pg_stat_activity ear JOIN pg_stat_activity mouth USING (application_name)
  WHERE ear.client_port = ANY($1) AND mouth.query LIKE 'SELECT pg_notify%'
    AND mouth.query_start > $2::timestamptz + interval '400 ms'`;
