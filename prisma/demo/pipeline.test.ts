import { expect, test } from "vitest";
import { demoJobs } from "./jobs";
import { demoPeople } from "./people";
import { pipelineOf } from "./pipeline";
import { randomFrom } from "./random";

const now = new Date("2026-11-25T12:00:00Z");

/** A story without the ids, which are new each time. */
function told(seed: number): string {
  const random = randomFrom(seed);
  const story = { organization_id: "organization", jobs: demoJobs(now), authors: ["author"], now, random };
  return JSON.stringify(pipelineOf(demoPeople(100, random), story), (key, value) =>
    key === "id" || key.endsWith("_id") ? undefined : value,
  );
}

test("the same story every time for the same seed, and another for another", () => {
  expect(told(1)).toBe(told(1));
  expect(told(1)).not.toBe(told(2));
});

test("no two people of it share an address", () => {
  const story = { organization_id: "", jobs: demoJobs(now), authors: [], now, random: randomFrom(1) };
  const emails = pipelineOf(demoPeople(3_000, randomFrom(1)), story).candidates.map(({ email }) => email);
  expect(new Set(emails).size).toBe(3_000);
});

test("interviews and first days of work are on working days, and interviews lie behind the invitation", () => {
  const story = { organization_id: "", jobs: demoJobs(now), authors: [], now, random: randomFrom(1) };
  const { interviews, offers } = pipelineOf(demoPeople(2_000, randomFrom(1)), story);
  const days = [
    ...interviews.map(({ scheduled_at }) => scheduled_at),
    ...offers.flatMap(({ start_date }) => start_date ?? []),
  ].map((date) => date.getUTCDay());
  expect(new Set(days)).toEqual(new Set([1, 2, 3, 4, 5]));
  expect(interviews.filter(({ scheduled_at, created_at }) => scheduled_at <= created_at)).toEqual([]);
});
