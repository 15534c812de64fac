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

test("disabling, enabling, narrowing, restricting, rotating and ending at one instance hold at the other", async () => {
  const send = async (base: string, key: string, path: string, method = "GET", body?: object) => {
    const headers = { Authorization: `Bearer ${key}`, "Content-Type": "application/json" };
    const init = { method, headers, ...(body && { body: JSON.stringify(body) }) };
    const answer = await fetch(`${base}/api/v1${path}`, init);
    return { status: answer.status, data: (await answer.json()).data };
  };
  const made = await send(pair.a, pair.admin, "/api-keys", "POST", { name: "x", scopes: ["jobs:read"] });
  const { id, key } = made.data;
  await pair.hearing();
  const atB = async (token = key) => (await send(pair.b, token, "/jobs")).status;
  const patch = (body: object) => send(pair.a, pair.admin, `/api-keys/${id}`, "PATCH", body);
  expect(await atB()).toBe(200);
  await patch({ enabled: false });
  await expect.poll(atB).toBe(401);
  await patch({ enabled: true });
  await expect.poll(atB).toBe(200);
  await patch({ scopes: ["offers:read"] });
  await expect.poll(atB).toBe(403);
  await patch({ scopes: ["jobs:read"] });
  await expect.poll(atB).toBe(200);
  await patch({ allowed_ips: ["192.0.2.1"] });
  await expect.poll(atB).toBe(403);
  await patch({ allowed_ips: null });
  await expect.poll(atB).toBe(200);
  const rotated = await send(pair.a, pair.admin, `/api-keys/${id}/rotate`, "POST");
  expect(await atB(rotated.data.key)).toBe(200);
  await expect.poll(atB).toBe(401);
  const successor = () => atB(rotated.data.key);
  const ended = { expires_at: new Date(0).toISOString() };
  await send(pair.a, pair.admin, `/api-keys/${rotated.data.id}`, "PATCH", ended);
  await expect.poll(successor).toBe(401);
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
