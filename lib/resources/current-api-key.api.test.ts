import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { operator } from "@/lib/access/actor";
import { replies } from "@/lib/api/route";
import { hearsChanges, listenForChanges } from "@/lib/api-keys/hearing";
import { forgetAllKeys } from "@/lib/api-keys/verify";
import { disableAccount } from "@/lib/auth/accounts";
import { changeRole } from "@/lib/auth/change-role";
import { setPlan } from "@/lib/auth/organizations";
import { call } from "@/lib/testing/call";
import { type Key, makeKey, makePerson, type Person } from "@/lib/testing/seed";
import { statementsOf } from "@/lib/testing/statements";
import { currentApiKey } from "./current-api-key";

let admin: Person;
let manager: Key;

beforeAll(async () => {
  admin = await makePerson();
  manager = await makeKey(admin, ["*"]);
});

/** What a key shows of itself beyond what others see of it, and what changes with each call. */
const OWN = ["organization", "rate_limit_effective", "last_used_at", "last_used_ip"];
const shared = (data: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(data).filter(([field]) => !OWN.includes(field)));

const current = async ({ key }: Key) => (await call(key, "/api-keys/current")).body.data;
const stored = async ({ id }: Key) => (await call(manager.key, `/api-keys/${id}`)).body.data;

describe("what a key shows of itself is what is stored", () => {
  const later = "2099-01-01T00:00:00.000Z";
  test.each([
    ["name", { name: "Renamed" }],
    ["description", { description: "What for" }],
    ["scopes", { scopes: ["jobs:read"] }],
    ["expires_at", { expires_at: later }],
    ["on_leak", { on_leak: "alert" }],
    ["rate_limit", { rate_limit: 77 }],
    ["allowed_ips", { allowed_ips: ["::/0", "0.0.0.0/0"] }],
  ])("with the next call after a change of its %s", async (field, change) => {
    const key = await makeKey(admin, ["read"]);
    const before = await current(key);
    const answer = await call(manager.key, `/api-keys/${key.id}`, { method: "PATCH", body: change });
    expect(answer.status).toBe(200);
    const after = await current(key);
    expect(after[field]).not.toEqual(before[field]);
    expect(shared(after)).toEqual(shared(await stored(key)));
  });

  test("with the next call after it was rotated", async () => {
    const key = await makeKey(admin, ["read"]);
    await current(key);
    const body = { grace_period_seconds: 600 };
    const next = await call<Key>(key.key, "/api-keys/current/rotate", { method: "POST", body });
    const after = await current(key);
    expect(after.rotated_to).toBe(next.body.data.id);
    expect(after.status).toBe("expiring");
    expect(shared(after)).toEqual(shared(await stored(key)));
    expect(shared(await current(next.body.data))).toEqual(shared(await stored(next.body.data)));
  });

  test("soon after an operator changed its owner's role, its organization's plan, or disabled its owner", async () => {
    const person = await makePerson();
    const other = await makePerson("recruiter", { id: person.organization_id, name: "", plan: "pro" });
    const key = await makeKey(other, ["jobs:read", "jobs:write"]);
    expect((await current(key)).effective_scopes).toEqual(["jobs:read", "jobs:write"]);
    await changeRole(operator(person.organization_id), other.id, "viewer", new Date());
    await expect.poll(async () => (await current(key)).effective_scopes).toEqual(["jobs:read"]);
    await setPlan(person.organization_id, "free");
    await expect
      .poll(async () => await current(key))
      .toMatchObject({ organization: { plan: "free" }, rate_limit_effective: 100 });
    await disableAccount(other.email);
    await expect.poll(async () => (await call(key.key, "/api-keys/current")).status).toBe(401);
  });
});

test("a key's last use is that of the call before, written or not", async () => {
  const key = await makeKey(admin, ["jobs:read"]);
  const from = (address: string) => call(key.key, "/api-keys/current", { address });
  const begun = Date.now();
  expect((await from("198.51.100.1")).body.data).toMatchObject({ last_used_at: null, last_used_ip: null });
  const second = (await from("198.51.100.2")).body.data;
  expect(second.last_used_ip).toBe("198.51.100.1");
  expect(Date.parse(second.last_used_at as string)).toBeGreaterThanOrEqual(begun);
  await expect.poll(async () => (await stored(key)).last_used_ip).toBe("198.51.100.2");
  expect((await from("198.51.100.3")).body.data.last_used_ip).toBe("198.51.100.2");
});

describe("in this process", () => {
  const get = replies([currentApiKey.get as never]);
  const ask = async ({ key }: Key) => {
    const headers = { Authorization: `Bearer ${key}`, "x-prepzo-address": "198.51.100.9" };
    const { status, body } = await get(
      new Request("http://api.test/api/v1/api-keys/current", { headers }),
      {},
    );
    expect(status).toBe(200);
    return shared(JSON.parse(body as string).data);
  };
  /** The look-ups of keys; what the instance says to itself and the writing of uses run beside them. */
  const lookUps = async (run: () => Promise<unknown>) =>
    (await statementsOf(run)).filter(({ text }) => text.trimStart().startsWith("SELECT k."));
  let ears: { stop(): void };
  afterAll(() => ears.stop());

  test("it takes one statement while changes may go unheard, and none once its key is known", async () => {
    const key = await makeKey(admin, ["*"]);
    let [unheard, heard]: unknown[] = [];
    expect(await lookUps(async () => (unheard = await ask(key)))).toHaveLength(1);
    expect(await lookUps(() => ask(key))).toHaveLength(1);
    const url = process.env.DATABASE_URL as string;
    ears = listenForChanges({ ear: url, mouth: url }, forgetAllKeys);
    await expect.poll(hearsChanges).toBe(true);
    await ask(key);
    expect(await lookUps(async () => (heard = await ask(key)))).toHaveLength(0);
    expect(heard).toEqual(unheard);
  });
});
