import { beforeAll, describe, expect, test } from "vitest";
import { mint } from "@/lib/api-keys/token";
import { db } from "@/lib/db";
import { call, send } from "@/lib/testing/call";
import { type Key, makeKey, makePerson, type Person } from "@/lib/testing/seed";

const REFUSAL =
  '{"success":false,"data":null,"errors":[{"code":"unauthorized","message":"Invalid or missing API key"}]}';
const MISSING = 'Bearer realm="prepzo"';
const INVALID = 'Bearer realm="prepzo", error="invalid_token"';
const AGES_AGO = new Date("2026-01-01T00:00:00Z");

let owner: Person;
let good: Key;

beforeAll(async () => {
  owner = await makePerson();
  good = await makeKey(owner, ["candidates:read"]);
});

async function expectRefusal(headers: Record<string, string>, challenge: string, path = "/candidates") {
  const answer = await call(null, path, { headers });
  expect(answer.status).toBe(401);
  expect(answer.text).toBe(REFUSAL);
  expect(answer.headers.get("WWW-Authenticate")).toBe(challenge);
}

describe("a good key", () => {
  test.each(["Bearer", "bearer", "BEARER", "bEaReR"])("opens the API as %s", async (scheme) => {
    const answer = await call(null, "/candidates", { headers: { Authorization: `${scheme} ${good.key}` } });
    expect(answer.status).toBe(200);
    expect(answer.headers.get("WWW-Authenticate")).toBeNull();
    expect(answer.headers.get("Cache-Control")).toBe("no-store");
  });

  test("may stand behind several spaces", async () => {
    const headers = { Authorization: `Bearer   ${good.key}` };
    expect((await call(null, "/candidates", { headers })).status).toBe(200);
  });
});

describe("without a Bearer credential the challenge names no error", () => {
  test("no Authorization", () => expectRefusal({}, MISSING));
  test("another scheme", () => expectRefusal({ Authorization: `Basic ${btoa(`${good.key}:`)}` }, MISSING));
  test("the key alone", () => expectRefusal({ Authorization: good.key }, MISSING));
  test("another header", () => expectRefusal({ "X-API-Key": good.key }, MISSING));
  test("a cookie", () => expectRefusal({ Cookie: `api_key=${good.key}` }, MISSING));
  test("the query", () => expectRefusal({}, MISSING, `/candidates?access_token=${good.key}`));

  test("the body", async () => {
    const form = { method: "POST", body: `access_token=${good.key}` };
    const headers = { "Content-Type": "application/x-www-form-urlencoded" };
    const answer = await call(null, "/candidates", { ...form, headers });
    expect([answer.status, answer.headers.get("WWW-Authenticate")]).toEqual([401, MISSING]);
  });
});

describe("with a Bearer credential that is no living key it is invalid_token", () => {
  test.each([
    ["empty", ""],
    ["nonsense", "nonsense"],
    ["another product's", "sk_live_abcdefghijklmnopqrstuvwxyz"],
    ["well-formed but unknown", mint().key],
    ["7,000 characters long", "a".repeat(7_000)],
    ["SQL", "' OR '1'='1"],
    ["two in one", "pk_live_a pk_live_b"],
  ])("%s", (_, token) => expectRefusal({ Authorization: `Bearer ${token}` }, INVALID));

  test("with one character changed", async () => {
    const last = good.key.endsWith("A") ? "B" : "A";
    await expectRefusal({ Authorization: `Bearer ${good.key.slice(0, -1)}${last}` }, INVALID);
  });

  test("beside a good one in the query", () =>
    expectRefusal({ Authorization: "Bearer x" }, INVALID, `/candidates?access_token=${good.key}`));

  test("followed by more", () => expectRefusal({ Authorization: `Bearer ${good.key}, Bearer x` }, INVALID));

  test("of bytes that are not ASCII", async () => {
    const answer = await send("GET /api/v1/candidates HTTP/1.1", "Authorization: Bearer pk_live_\xe9\xff");
    expect(answer).toMatch(/^HTTP\/1.1 401 /);
  });

  test("two Authorization lines are no credential, even if both are good", async () => {
    const line = `Authorization: Bearer ${good.key}`;
    const answer = await send("GET /api/v1/candidates HTTP/1.1", line, line);
    expect(answer).toMatch(/^HTTP\/1.1 401 /);
    expect(answer).toContain(REFUSAL);
  });
});

describe("only who holds the whole secret of a dead key is told what became of it", () => {
  test.each([
    ["expired", { expires_at: AGES_AGO }, "The API key expired"],
    ["at its imposed end", { ends_at: AGES_AGO }, "The API key expired"],
    ["revoked", { revoked_at: AGES_AGO }, "The API key was revoked"],
    ["disabled", { enabled: false }, "The API key is disabled"],
  ])("%s", async (_, columns, description) => {
    const { key } = await makeKey(owner, ["read"], columns);
    await expectRefusal({ Authorization: `Bearer ${key}` }, `${INVALID}, error_description="${description}"`);
  });

  test("rotated out", async () => {
    const old = await makeKey(owner, ["read"], { ends_at: AGES_AGO });
    await makeKey(owner, ["read"], { rotated_from_id: old.id });
    const description = ', error_description="The API key was rotated"';
    await expectRefusal({ Authorization: `Bearer ${old.key}` }, INVALID + description);
  });

  test("its owner disabled", async () => {
    const leaver = await makePerson();
    const { key } = await makeKey(leaver, ["read"]);
    await db().user.update({ where: { id: leaver.id }, data: { disabled_at: new Date() } });
    await expectRefusal(
      { Authorization: `Bearer ${key}` },
      `${INVALID}, error_description="The API key is disabled"`,
    );
  });
});

test("a key dies at the instant of its end, not at the end of that day", async () => {
  const end = new Date(Date.now() + 1_500);
  const { key } = await makeKey(owner, ["read"], { expires_at: end });
  const before = await call(key, "/candidates");
  expect(before.status).toBe(200);
  expect(before.headers.get("X-API-Key-Expires-At")).toBe(end.toISOString());
  await expect.poll(async () => (await call(key, "/candidates")).status).toBe(401);
  expect(Date.now()).toBeGreaterThanOrEqual(end.getTime());
});

describe("a key's address list", () => {
  test("lets in who is on it", async () => {
    const { key } = await makeKey(owner, ["read"], { allowed_ips: ["198.51.100.0/24"] });
    expect((await call(key, "/candidates", { address: "198.51.100.9" })).status).toBe(200);
  });

  test("refuses others with 403 and no challenge, and does not burn the organization's quota", async () => {
    const stranger = await makePerson();
    const { key } = await makeKey(stranger, ["read"], { allowed_ips: ["198.51.100.0/24"] });
    const witness = await makeKey(stranger, ["read"]);
    const remaining = async () =>
      Number((await call(witness.key, "/candidates")).headers.get("X-RateLimit-Remaining"));

    const before = await remaining();
    const answer = await call(key, "/candidates", { address: "203.0.113.80" });
    expect(answer.status).toBe(403);
    expect(answer.headers.get("WWW-Authenticate")).toBeNull();
    expect(await remaining()).toBe(before - 1);
  });

  test("believes no header of the caller's own", async () => {
    const { key } = await makeKey(owner, ["read"], { allowed_ips: ["198.51.100.9"] });
    const claims = {
      "X-Prepzo-Address": "198.51.100.9",
      "X-Real-IP": "198.51.100.9",
      "CF-Connecting-IP": "198.51.100.9",
      Forwarded: "for=198.51.100.9",
      "X-Forwarded-For": "198.51.100.9, 203.0.113.81",
    };
    expect((await call(key, "/candidates", { headers: claims })).status).toBe(403);
  });
});
