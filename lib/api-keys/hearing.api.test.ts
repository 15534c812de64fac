import { afterAll, beforeAll, expect, test } from "vitest";
import { FAULTS, revokeOnce } from "@/bench/revocation";
import { startTwoInstances, type TwoInstances } from "@/scripts/test/two-instances";

const START_MS = 60_000;
let pair: TwoInstances;

beforeAll(async () => {
  pair = await startTwoInstances();
}, START_MS);
afterAll(() => pair.stop(), START_MS);

// The call returns only with the other instance's 401: a key that lived on there would keep it waiting for ever.
test.each(FAULTS)("a key revoked at one instance is refused by the other: $name", async (fault) => {
  await expect(revokeOnce(pair, fault)).resolves.toBeGreaterThanOrEqual(0);
});
