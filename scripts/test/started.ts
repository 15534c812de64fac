import type { ChildProcess } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";

/**
 * Waits until a program is ready, whose output is piped here. Throws with that output where it ends before.
 * @param isReady is given what the program has printed so far
 */
export async function started(
  child: ChildProcess,
  isReady: (output: string) => boolean | Promise<boolean>,
): Promise<void> {
  let [output, ended] = ["", false];
  const collect = (chunk: Buffer) => {
    output += chunk;
  };
  const streams = [child.stdout, child.stderr];
  for (const stream of streams) stream?.on("data", collect);
  child.once("close", () => {
    ended = true;
  });
  while (!(await isReady(output))) {
    if (ended) throw new Error(`${child.spawnfile} ended before it was ready:\n${output}`);
    await pause(50);
  }
  // It is still read, so that it never waits for a reader.
  for (const stream of streams) stream?.off("data", collect).resume();
}
