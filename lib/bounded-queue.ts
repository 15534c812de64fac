import type { AppError } from "./errors";
import { once } from "./once";

/** A line before something costly: how many are let in at once, how many may wait, and what the next one is told. */
export type Line = { name: string; running: number; waiting: number; full: () => AppError };

/**
 * Runs work when its turn comes. Throws at once where the line is full, so that a flood costs neither memory nor the
 * time of those who are in it. One line per name and process.
 */
export async function inLine<T>({ name, running, waiting, full }: Line, work: () => Promise<T>): Promise<T> {
  const line = once(`line:${name}`, () => ({ running: 0, waiting: [] as (() => void)[] }));
  if (line.running < running) line.running += 1;
  else if (line.waiting.length < waiting) {
    // Whoever leaves hands its place over, so that nobody who arrives in between takes it.
    await new Promise<void>((resolve) => line.waiting.push(resolve));
  } else throw full();
  try {
    return await work();
  } finally {
    const next = line.waiting.shift();
    if (next) next();
    else line.running -= 1;
  }
}
