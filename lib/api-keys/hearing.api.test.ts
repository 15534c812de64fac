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

test("what a key shows of itself at one instance follows a change made at the other", async () => {
  const ask = async (base: string, key: string, path: string, init: RequestInit = {}) => {
    const headers = { Authorization: `Bearer ${key}`, "Content-Type": "application/json" };
    return (await (await fetch(`${base}/api/v1/api-keys${path}`, { ...init, headers })).json()).data;
  };
  const body = JSON.stringify({ name: "before", scopes: ["read"] });
  const { id, key } = await ask(pair.a, pair.admin, "", { method: "POST", body });
  await pair.hearing();
  expect(await ask(pair.b, key, "/current")).toMatchObject({ name: "before" });
  const change = { name: "after", rate_limit: 5_000, expires_at: "2099-01-01T00:00:00.000Z" };
  await ask(pair.a, pair.admin, `/${id}`, { method: "PATCH", body: JSON.stringify(change) });
  await expect.poll(() => ask(pair.b, key, "/current")).toMatchObject(change);
});
