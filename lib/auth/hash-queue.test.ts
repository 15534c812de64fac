import { expect, test } from "vitest";
import { inHashQueue } from "./hash-queue";

/** Work that ends when it is told to. */
function work() {
  const { promise, resolve } = Promise.withResolvers<void>();
  const job = { isRunning: false, end: resolve, outcome: undefined as unknown as Promise<void> };
  job.outcome = inHashQueue(async () => {
    job.isRunning = true;
    await promise;
  });
  return job;
}

test("four run, thirty-two wait, the next is told to come back; places pass on in turn", async () => {
  const jobs = Array.from({ length: 36 }, work);
  await Promise.resolve();
  expect(jobs.map((job) => job.isRunning)).toEqual(jobs.map((_, index) => index < 4));
  await expect(inHashQueue(async () => {})).rejects.toMatchObject({
    status: 503,
    headers: { "Retry-After": "5" },
  });

  jobs[2]?.end();
  await jobs[2]?.outcome;
  await Promise.resolve();
  expect(jobs[4]?.isRunning).toBe(true);
  expect(jobs[5]?.isRunning).toBe(false);

  const late = work();
  await Promise.resolve();
  expect(late.isRunning).toBe(false);

  for (const job of [...jobs, late]) job.end();
  await Promise.all([...jobs, late].map((job) => job.outcome));
});

test("work that fails gives its place back", async () => {
  for (let time = 0; time < 50; time += 1) {
    await expect(inHashQueue(() => Promise.reject(new Error("no")))).rejects.toThrow("no");
  }
  await expect(inHashQueue(async () => "done")).resolves.toBe("done");
});
