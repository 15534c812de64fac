import { build } from "./build";
import { prepareEnvironment } from "./environment";
import { listeningOptions, requireFreePort } from "./listening";
import { told } from "./progress";
import { root } from "./root";
import { runServer } from "./run-server";
import { stopSignal } from "./stop-signal";

/** Builds what has changed, prepares the database and serves the production build until it is told to stop. */
export async function main(): Promise<void> {
  const stop = stopSignal();
  const environment = prepareEnvironment(root, true);
  const listening = listeningOptions();
  await requireFreePort(listening);
  console.log("Starting Prepzo");
  await told(
    "Build",
    () => build(root, stop),
    (built) => (built ? "" : "up to date"),
  );
  await runServer({ environment, listening, dev: false, stop });
}
