import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

/** Runs something and returns by how many bytes the heap is larger afterwards, without what nobody holds any more. */
export async function heapGrowth(run: () => unknown): Promise<number> {
  const before = used();
  await run();
  return used() - before;
}

function used(): number {
  // A second time for what the first let go of.
  collectGarbage();
  collectGarbage();
  return process.memoryUsage().heapUsed;
}
