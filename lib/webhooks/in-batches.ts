/**
 * Makes of a function for several things one for each: what is given while the last batch is under way waits and is done
 * together. A promise is kept when its batch is done, and broken by what that threw.
 */
export function inBatches<T>(run: (items: T[]) => Promise<void>): (item: T) => Promise<void> {
  let filling: { items: T[]; done: Promise<void> } | null = null;
  let last: Promise<void> = Promise.resolve();

  return (item) => {
    if (filling === null) {
      const batch = { items: [] as T[], done: Promise.resolve() };
      batch.done = last.then(() => {
        filling = null;
        return run(batch.items);
      });
      last = batch.done.catch(() => undefined);
      filling = batch;
    }
    filling.items.push(item);
    return filling.done;
  };
}
