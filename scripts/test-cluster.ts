import { build } from "./build";
import { root } from "./root";
import { stopSignal } from "./stop-signal";
import { redisProgram } from "./test/redis-server";
import { tools } from "./test/tools";

/**
 * Tests several instances together with the servers that they share: `npm run test:cluster [-- FILTER…]`. What it needs
 * and does not find it installs, else it says what to install. The last line is the sum.
 * @returns the exit code
 */
export async function main(filters: string[]): Promise<number> {
  const stop = stopSignal();
  redisProgram();
  await build(root, stop);
  const { passed, failed } = await tools(stop).vitest("cluster", filters);
  console.log(stop.aborted ? "\nInterrupted" : `\n${passed} passed, ${failed} failed`);
  return stop.aborted || failed > 0 ? 1 : 0;
}
