import { randomUUID } from "node:crypto";
import { expect, test, vi } from "vitest";
import { type Chore, doWhatIsDue } from "./chores";
import { db } from "./db";

const MINUTE = 60_000;

/** A chore of its own for a test, which notes when it was done. */
function makeChore(run?: () => Promise<void>): { chore: Chore; done: Date[] } {
  const done: Date[] = [];
  const chore = {
    name: randomUUID(),
    every: MINUTE,
    run: async (now: Date) => {
      done.push(now);
      await run?.();
    },
  };
  return { chore, done };
}

/** Lets so much time pass for a chore. */
async function pass(ms: number, { name }: Chore): Promise<void> {
  await db().$executeRaw`UPDATE chores SET due_at = due_at - ${ms} * interval '1 ms' WHERE name = ${name}`;
}

test("a chore is done at once, then not before its time, then again", async () => {
  const { chore, done } = makeChore();
  await doWhatIsDue([chore]);
  await pass(MINUTE / 2, chore);
  await doWhatIsDue([chore]);
  expect(done).toHaveLength(1);
  await pass(MINUTE / 2, chore);
  await doWhatIsDue([chore]);
  expect(done).toHaveLength(2);
});

test("of many who come at once, one does it", async () => {
  const { chore, done } = makeChore();
  await Promise.all(Array.from({ length: 12 }, () => doWhatIsDue([chore])));
  expect(done).toHaveLength(1);
});

test.each([-30_000, 30_000])("nor does one whose clock is %d ms ahead do it again", async (ahead) => {
  const { chore, done } = makeChore();
  await doWhatIsDue([chore]);
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + ahead });
  await doWhatIsDue([chore]).finally(() => vi.useRealTimers());
  expect(done).toHaveLength(1);
});

test("a time that a wrong clock has set far ahead keeps nobody from doing it", async () => {
  const { chore, done } = makeChore();
  await doWhatIsDue([chore]);
  await pass(-60 * MINUTE, chore);
  for (let look = 0; look < 2; look++) await doWhatIsDue([chore]);
  expect(done).toHaveLength(2);
});

test("one that takes long leaves the next the time that it is by then", async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() });
  const long = makeChore(async () => void vi.advanceTimersByTime(5 * MINUTE));
  const next = makeChore();
  await doWhatIsDue([long.chore, next.chore]).finally(() => vi.useRealTimers());
  expect(Number(next.done[0]) - Number(long.done[0])).toBeGreaterThanOrEqual(5 * MINUTE);
});

test("one that fails keeps no other from being done, and is tried again", async () => {
  const failing = makeChore(() => Promise.reject(new Error("broken")));
  const other = makeChore();
  const chores = [failing.chore, other.chore];
  await doWhatIsDue(chores);
  for (const chore of chores) await pass(MINUTE, chore);
  await doWhatIsDue(chores);
  expect([failing.done.length, other.done.length]).toEqual([2, 2]);
});

test("where the database does not say what is due, it is not asked about the rest", async () => {
  const { chore, done } = makeChore();
  await doWhatIsDue([{ ...chore, name: "\0, which no text of PostgreSQL holds" }, chore]);
  expect(done).toEqual([]);
  await doWhatIsDue([chore]);
  expect(done).toHaveLength(1);
});

test("of those that are due none is begun once they are to stop", async () => {
  const stop = new AbortController();
  const first = makeChore(async () => stop.abort());
  const second = makeChore();
  await doWhatIsDue([first.chore, second.chore], stop.signal);
  expect([first.done.length, second.done.length]).toEqual([1, 0]);
  await doWhatIsDue([second.chore]);
  expect(second.done).toHaveLength(1);
});
