import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import type { Place } from "./place";
import { runningServer, stopServer } from "./server";

export type Embedded = {
  url: string;
  /** Ends this process's use; the last user stops the server. */
  release(): Promise<void>;
};

/**
 * Uses the embedded database, starting its server where none runs. Every user holds one shared advisory lock on a
 * connection of its own, which ends with the process however that ends: so the last one is known, and a server that
 * survived its starter is taken over by the next user.
 */
export async function openEmbedded(place: Place): Promise<Embedded> {
  let released = false;
  let holder = await hold(place, keep);

  // The server went away and may come back (a restart): hold it again then, so that nobody else stops it.
  async function keep(): Promise<void> {
    if (released) return;
    const again = await connect(holder.url).catch(() => null);
    if (again && (await lock(again, SHARED).catch(() => false)))
      holder = { url: holder.url, client: watched(again, keep) };
    else {
      await again?.end();
      setTimeout(keep, 1_000).unref();
    }
  }

  return {
    url: holder.url,
    async release() {
      if (released) return;
      released = true;
      await holder.client.end().catch(() => undefined);
      await stopIfUnused(place, holder.url);
    },
  };
}

const SHARED = "SELECT pg_try_advisory_lock_shared(hashtext('prepzo: embedded database in use')) AS locked";
const EXCLUSIVE = SHARED.replace("lock_shared", "lock");

type Holder = { url: string; client: pg.Client };

async function hold(place: Place, onLoss: () => void): Promise<Holder> {
  for (;;) {
    const url = await runningServer(place);
    const client = await connect(url).catch(() => null);
    // Refused where its last user is just stopping it; then wait for the end of that and start it again.
    if (client && (await lock(client, SHARED).catch(() => false)))
      return { url, client: watched(client, onLoss) };
    await client?.end();
    await pause(100);
  }
}

async function stopIfUnused(place: Place, url: string): Promise<void> {
  const client = await connect(url).catch(() => null);
  if (client && (await lock(client, EXCLUSIVE).catch(() => false))) await stopServer(place);
  await client?.end();
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: "prepzo-user" });
  // Being cut off by a stopping server is expected here.
  client.on("error", () => undefined);
  await client.connect();
  return client;
}

async function lock(client: pg.Client, statement: string): Promise<boolean> {
  const { rows } = await client.query<{ locked: boolean }>(statement);
  return rows[0]?.locked === true;
}

function watched(client: pg.Client, onLoss: () => void): pg.Client {
  return client.once("end", onLoss);
}
