import { prepareEnvironment } from "./environment";
import { listeningOptions, requireFreePort } from "./listening";
import { root } from "./root";
import { runServer } from "./run-server";
import { stopSignal } from "./stop-signal";

/** The same server in Next's development mode: pages are compiled when asked for and reload when edited. */
export async function main(): Promise<void> {
  const environment = prepareEnvironment(root, false);
  const listening = listeningOptions();
  await requireFreePort(listening);
  console.log("Starting Prepzo for development");
  await runServer({ environment, listening, dev: true, stop: stopSignal() });
}
