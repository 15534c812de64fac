/** So many rows are removed at once at most, so that none are locked for long. */
const PORTION = 5_000;

/** Removes rows in portions until there are no more. `remove` removes so many at most, and returns how many it did. */
export async function inPortions(remove: (most: number) => Promise<number>): Promise<void> {
  while ((await remove(PORTION)) === PORTION);
}
