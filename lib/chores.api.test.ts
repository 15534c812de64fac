import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { type Chore, doWhatIsDue } from "./chores";

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

test("a chore is done at once, then not before its time, then again", async () => {
  const { chore, done } = makeChore();
  const [first, early, due] = [0, MINUTE - 1, MINUTE].map((ms) => new Date(Date.UTC(2026, 0, 1) + ms)) as [
    Date,
    Date,
    Date,
  ];
  for (const now of [first, early, due]) await doWhatIsDue([chore], now);
  expect(done).toEqual([first, due]);
});

test("of many who come at once, one does it", async () => {
  const { chore, done } = makeChore();
  const now = new Date();
  await Promise.all(Array.from({ length: 12 }, () => doWhatIsDue([chore], now)));
  expect(done).toEqual([now]);
});

test("an instance whose clock is ahead keeps no other from doing it", async () => {
  const { chore, done } = makeChore();
  const now = new Date();
  const ahead = new Date(now.getTime() + 60 * MINUTE);
  for (const time of [ahead, now, now]) await doWhatIsDue([chore], time);
  expect(done).toEqual([ahead, now]);
});

test("one that fails keeps no other from being done, and is tried again", async () => {
  const failing = makeChore(() => Promise.reject(new Error("broken")));
  const other = makeChore();
  const now = new Date();
  const later = new Date(now.getTime() + MINUTE);
  await doWhatIsDue([failing.chore, other.chore], now);
  await doWhatIsDue([failing.chore, other.chore], later);
  expect(failing.done).toEqual([now, later]);
  expect(other.done).toEqual([now, later]);
});

test("of those that are due none is begun once they are to stop", async () => {
  const stop = new AbortController();
  const first = makeChore(async () => stop.abort());
  const second = makeChore();
  const now = new Date();
  await doWhatIsDue([first.chore, second.chore], now, stop.signal);
  expect([first.done, second.done]).toEqual([[now], []]);
  await doWhatIsDue([second.chore], now);
  expect(second.done).toEqual([now]);
});
