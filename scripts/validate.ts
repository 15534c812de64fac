import { build } from "./build";
import { root } from "./root";
import { stopSignal } from "./stop-signal";
import { tools } from "./test/tools";

/** What to run before pushing: format, lint, types, unit tests, build. Stops at the first failure. */
export async function main(): Promise<number> {
  const stop = stopSignal();
  const { formatAndLint, types, vitest } = tools(stop);
  for (const check of [formatAndLint, types, () => vitest("unit", [])]) {
    if ((await check()).failures.length > 0 || stop.aborted) return 1;
  }
  await build(root, stop);
  console.log("Valid.");
  return 0;
}
