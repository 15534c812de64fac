import { build } from "./build";
import { root } from "./root";
import { stopSignal } from "./stop-signal";
import { tools } from "./test/tools";

/** What to run before pushing: format, lint, types, unit tests, build. Stops at the first failure. */
export async function main(): Promise<number> {
  const stop = stopSignal();
  const { formatAndLint, types, vitest } = tools(stop);
  const unitTests = async () => (await vitest("unit", [])).failures.length === 0;
  for (const check of [formatAndLint, types, unitTests]) {
    if (!(await check()) || stop.aborted) return 1;
  }
  await build(root, stop);
  console.log("Valid.");
  return 0;
}
