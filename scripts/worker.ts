import { prepareEnvironment } from "./environment";
import { prepare } from "./prepare";
import { told } from "./progress";
import { root } from "./root";
import { aborted, stopSignal } from "./stop-signal";

/** Delivers webhooks until it is told to stop, for servers that run with WORKER=off or want help. */
export async function main(): Promise<void> {
  const stop = stopSignal();
  console.log("Starting a worker");
  const release = await prepare(root, prepareEnvironment(root, true), told);
  try {
    const [{ startWorker }, { db }] = await Promise.all([
      import("../lib/webhooks/worker"),
      import("../lib/db"),
    ]);
    const close = await startWorker();
    console.log("The worker is ready");
    await aborted(stop);
    console.log("Stopping");
    await close();
    await db().$disconnect();
  } finally {
    await release();
  }
}
