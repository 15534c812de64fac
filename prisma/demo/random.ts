/** A source of numbers from 0 to below 1 that is the same every time for the same seed. */
export type Random = () => number;

/** mulberry32: 32 bits of state, good enough for stories and no more. */
export function randomFrom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One of several, of which there is at least one. */
export function pick<T>(random: Random, several: readonly T[]): T {
  return several[Math.floor(random() * several.length)] as T;
}

/** A number from one to below another. */
export function between(random: Random, from: number, to: number): number {
  return from + random() * (to - from);
}
