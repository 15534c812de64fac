import type { Step } from "./prepare";

/** Tells people each step's name, duration and, where there is something to say, its result. */
export const told: Step = async (name, work, say) => {
  const start = performance.now();
  const result = await work();
  const detail = say?.(result);
  const duration = `${Math.round(performance.now() - start)} ms`;
  console.log(`  ${name.padEnd(12)} ${duration.padStart(9)}${detail ? `   ${detail}` : ""}`);
  return result;
};

/** Says nothing: for commands whose standard output is their result. */
export const silent: Step = (_name, work) => work();
