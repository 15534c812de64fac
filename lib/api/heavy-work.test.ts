import { expect, test } from "vitest";
import { bulk } from "@/lib/resources/bulk";
import { candidates } from "@/lib/resources/candidates";
import type { Endpoint } from "./endpoint";
import { inTurn } from "./heavy-work";

const heavy = bulk.run as Endpoint;
const light = candidates.create as Endpoint;

test("three run, twelve wait, the next is told to come back; what is light never waits", async () => {
  const { promise: end, resolve: letAllEnd } = Promise.withResolvers<void>();
  let running = 0;
  const work = async () => {
    running += 1;
    await end;
  };
  const jobs = Array.from({ length: 15 }, () => inTurn(heavy, work));
  expect(running).toBe(3);
  await expect(inTurn(heavy, work)).rejects.toMatchObject({
    code: "server_error",
    status: 503,
    headers: { "Retry-After": "5" },
  });
  expect(await inTurn(light, async () => "done")).toBe("done");
  letAllEnd();
  await Promise.all(jobs);
  expect(running).toBe(15);
});
