import { expect, test } from "vitest";
import { inBatches } from "./in-batches";

/** Something that takes batches and ends each when told so. */
function batches() {
  const taken: { items: number[]; end: (error?: Error) => void }[] = [];
  const each = inBatches<number>((items) => {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    taken.push({ items, end: (error) => (error ? reject(error) : resolve()) });
    return promise;
  });
  return { taken, each };
}

test("what comes while a batch is under way is done together, after it", async () => {
  const { taken, each } = batches();
  const first = each(1);
  await Promise.resolve();
  const others = [each(2), each(3)];
  expect(taken.map(({ items }) => items)).toEqual([[1]]);
  taken[0]?.end();
  await first;
  await Promise.resolve();
  expect(taken.map(({ items }) => items)).toEqual([[1], [2, 3]]);
  taken[1]?.end();
  await Promise.all(others);
});

test("a batch that fails fails for each of its own, and the next one is done", async () => {
  const { taken, each } = batches();
  const first = each(1);
  await Promise.resolve();
  const second = each(2);
  taken[0]?.end(new Error("no"));
  await expect(first).rejects.toThrow("no");
  await Promise.resolve();
  expect(taken[1]?.items).toEqual([2]);
  taken[1]?.end();
  await expect(second).resolves.toBeUndefined();
});
