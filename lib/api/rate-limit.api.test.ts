import { describe, expect, test } from "vitest";
import { type Answer, call, someAddress } from "@/lib/testing/call";
import { makeKey, makeOrganization, makePerson } from "@/lib/testing/seed";

const REFUSAL =
  '{"success":false,"data":null,"errors":[{"code":"rate_limited","message":"Rate limit exceeded"}]}';

const shown = ({ headers }: Answer<unknown>) => ({
  limit: Number(headers.get("X-RateLimit-Limit")),
  remaining: Number(headers.get("X-RateLimit-Remaining")),
});

/** Makes so many calls, some at a time, and counts their statuses. */
async function repeat(times: number, one: (index: number) => Promise<Answer<unknown>>) {
  const statuses: Record<number, number> = {};
  for (let done = 0; done < times; done += 20) {
    const batch = Array.from({ length: Math.min(20, times - done) }, (_, index) => one(done + index));
    for (const { status } of await Promise.all(batch)) statuses[status] = (statuses[status] ?? 0) + 1;
  }
  return statuses;
}

async function freePlan() {
  const owner = await makePerson("admin", await makeOrganization("free"));
  return { owner, key: (await makeKey(owner, ["candidates:read"])).key };
}

function expectRefusal(answer: Answer<unknown>) {
  expect(answer.status).toBe(429);
  expect(answer.text).toBe(REFUSAL);
  expect(answer.headers.get("WWW-Authenticate")).toBeNull();
  const wait = Number(answer.headers.get("Retry-After"));
  expect(wait).toBeGreaterThanOrEqual(1);
  expect(wait).toBeLessThanOrEqual(60);
  const reset = Number(answer.headers.get("X-RateLimit-Reset"));
  expect(Math.abs(reset - (Date.now() / 1_000 + wait))).toBeLessThan(5);
}

describe("an organization's limit", () => {
  test.each([
    ["free", 100],
    ["pro", 1_000],
    ["scale", 5_000],
    ["enterprise", 10_000],
  ] as const)("on the %s plan is %i calls a minute", async (plan, limit) => {
    const owner = await makePerson("admin", await makeOrganization(plan));
    const { key } = await makeKey(owner, ["candidates:read"]);
    expect(shown(await call(key, "/candidates"))).toEqual({ limit, remaining: limit - 1 });
  });

  test("holds for all its keys together, whatever they get back, and for nobody else", async () => {
    const { owner, key } = await freePlan();
    const other = (await makeKey(owner, ["offers:read"])).key;
    const paths = ["/candidates?limit=1", "/candidates?limit=0", "/nothing", "/candidates/1"];
    const statuses = await repeat(100, (index) => call(index % 2 ? key : other, paths[index % 4] ?? ""));
    expect(statuses[429]).toBeUndefined();

    for (const each of [key, other]) {
      const refused = await call(each, "/candidates");
      expectRefusal(refused);
      expect(shown(refused)).toEqual({ limit: 100, remaining: 0 });
    }
    expect((await call((await freePlan()).key, "/candidates")).status).toBe(200);
  });

  test("lets exactly as many of racing calls through as it says", async () => {
    const { key } = await freePlan();
    expect(await repeat(130, () => call(key, "/candidates?limit=1"))).toEqual({ 200: 100, 429: 30 });
  });

  test("is judged before the path, the scope and the body", async () => {
    const { key } = await freePlan();
    await repeat(100, () => call(key, "/nothing"));
    expectRefusal(await call(key, "/nothing"));
    expectRefusal(await call(key, "/candidates", { method: "POST", body: "{" }));
  });
});

describe("a key's own lower limit", () => {
  test("is shown and held; what it refuses is not counted for the organization", async () => {
    const owner = await makePerson();
    const limited = await makeKey(owner, ["candidates:read"], { rate_limit: 3 });
    const witness = await makeKey(owner, ["candidates:read"]);

    expect(shown(await call(limited.key, "/candidates"))).toEqual({ limit: 3, remaining: 2 });
    expect(await repeat(9, () => call(limited.key, "/candidates"))).toEqual({ 200: 2, 429: 7 });
    expectRefusal(await call(limited.key, "/candidates"));
    expect(shown(await call(witness.key, "/candidates"))).toEqual({ limit: 10_000, remaining: 10_000 - 4 });
  });

  test("above the plan's changes nothing", async () => {
    const owner = await makePerson("admin", await makeOrganization("free"));
    const { key } = await makeKey(owner, ["candidates:read"], { rate_limit: 5_000 });
    expect(shown(await call(key, "/candidates"))).toEqual({ limit: 100, remaining: 99 });
  });
});

describe("failed authentications from one address", () => {
  test("beyond 100 a minute become 429, while a good key passes as ever", async () => {
    const address = someAddress();
    const first = await call(null, "/candidates", { address });
    expect(shown(first)).toEqual({ limit: 100, remaining: 99 });
    expect(await repeat(99, () => call("pk_live_x", "/candidates", { address }))).toEqual({ 401: 99 });

    expectRefusal(await call("pk_live_x", "/candidates", { address }));
    expectRefusal(await call(null, "/nothing", { address }));
    const neighbour = address.replace(/::1$/, "::ffff");
    expectRefusal(await call("pk_live_x", "/candidates", { address: neighbour }));

    expect((await call((await freePlan()).key, "/candidates", { address })).status).toBe(200);
    expect((await call("pk_live_x", "/candidates")).status).toBe(401);
  });

  test("beyond the allowance unknown keys are looked up once a second, known ones answered as ever", async () => {
    const address = someAddress();
    const [known, first, second] = [await freePlan(), await freePlan(), await freePlan()];
    expect((await call(known.key, "/candidates")).status).toBe(200);
    await repeat(101, () => call("pk_live_x", "/candidates", { address }));
    const statuses = await Promise.all(
      [first, second].map(async ({ key }) => (await call(key, "/candidates", { address })).status),
    );
    expect(statuses.sort()).toEqual([200, 429]);
    expect((await call(known.key, "/candidates", { address })).status).toBe(200);
  });

  test("include those from outside a key's address list", async () => {
    const address = someAddress();
    const { key } = await makeKey(await makePerson(), ["read"], { allowed_ips: ["192.0.2.1"] });
    expect(await repeat(101, () => call(key, "/candidates", { address }))).toEqual({ 403: 100, 429: 1 });
  });

  test("do not include what needs no key, nor good calls", async () => {
    const address = someAddress();
    const { key } = await freePlan();
    await call(null, "/openapi.json", { address });
    await call(key, "/nothing", { address });
    expect(shown(await call(null, "/openapi.json", { address }))).toEqual({ limit: 100, remaining: 100 });
  });
});
