import { chmod, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createCluster } from "../database/cluster";
import { openEmbedded } from "../database/embedded";
import { findPlace, type Place } from "../database/place";
import { runningServer, stopServer } from "../database/server";
import { isAlive } from "../is-alive.mjs";
import { root } from "../root";

export type ThrowAway = {
  url: string;
  /** Stops the server, cutting off whoever is connected, and starts it again on the same port, after `meanwhile`. */
  restart(meanwhile?: () => Promise<void>): Promise<void>;
  remove(): Promise<void>;
};

const PREFIX = "prepzo-test-";

/** An empty database on a server of its own, in a temporary folder; `remove` leaves nothing of it. */
export async function throwAwayDatabase(): Promise<ThrowAway> {
  const place = await findPlace(root);
  await sweep(place);
  const folder = await mkdtemp(join(tmpdir(), `${PREFIX}${process.pid}-`));
  // The account that runs the server must get in.
  await chmod(folder, 0o711);
  const here = { ...place, folder: join(folder, "database") };
  await createCluster(here, false);
  const { url, release } = await openEmbedded(here);
  return {
    url,
    async restart(meanwhile = async () => undefined) {
      await stopServer(here);
      await meanwhile();
      await runningServer(here);
    },
    async remove() {
      await release();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Removes what test runs that were killed have left behind. */
async function sweep(place: Place): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(PREFIX) || isAlive(Number(name.slice(PREFIX.length).split("-")[0]))) continue;
    const folder = join(tmpdir(), name);
    await stopServer({ ...place, folder: join(folder, "database") }).catch(() => undefined);
    await rm(folder, { recursive: true, force: true });
  }
}
