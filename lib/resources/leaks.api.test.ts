import { createHash, randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { NOWHERE, person } from "@/lib/access/actor";
import { rotateKey } from "@/lib/api-keys/rotate";
import { mint } from "@/lib/api-keys/token";
import { db } from "@/lib/db";
import { reportFinds } from "@/lib/leaks/report";
import { livingSuccessorOf } from "@/lib/leaks/sightings";
import { call, someAddress } from "@/lib/testing/call";
import {
  listedKey,
  listing,
  playKeyList,
  type SigningKey,
  signed,
  signingKey,
} from "@/lib/testing/secret-scanning";
import { type Key, makeKey, makeOrganization, makePerson, type Person } from "@/lib/testing/seed";
import { statementsOf } from "@/lib/testing/statements";
import { startTestServer, type TestServer } from "@/scripts/test/test-server";

const START_MS = 60_000;
const pem = (der: string) => `-----BEGIN PUBLIC KEY-----\n${der}\n-----END PUBLIC KEY-----\n`;

/** What GitHub itself signed, as it and others published it. */
const PUBLISHED = [
  {
    id: "90a421169f0a406205f1563a953312f0be898d3c7b6c06b681aa86a874555f4a",
    key: "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE9MJJHnMfn2+H4xL4YaPDA4RpJqUqkCmRCBnYERxZanmcpzQSXs1X/AljlKkbJ8qpVIW4clayyef9gWhFbNHWAA==",
    body: '[{"token":"some_token","type":"some_type","url":"some_url"}]',
    signature:
      "MEUCIQDKZokqnCjrRtw0tni+2Ltvl/uiMJ1EGumEsp1BsNr32AIgQY1YXD2nlj+XNfGK4rBfkMJ1JDOQcYXxa2sY8FNkrKc=",
  },
  {
    id: "bcb53661c06b4728e59d897fb6165d5c9cda0fd9cdf9d09ead458168deb7518c",
    key: "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEYAGMWO8XgCamYKMJS6jc/qgvSlAdAjPuDPRcXU22YxgBrz+zoN19MzuRyW87qEt9/AmtoNP5GrobzUvQSyJFVw==",
    body: '[{"source":"commit","token":"some_token","type":"some_type","url":"https://example.com/base-repo-url/"}]',
    signature:
      "MEQCIQDaMKqrGnE27S0kgMrEK0eYBmyG0LeZismAEz/BgZyt7AIfXt9fErtRS4XaeSt/AO1RtBY66YcAdjxji410VQV4xg==",
  },
];

const current = signingKey("own-current");
const retired = signingKey("own-retired", false);
const stranger = signingKey("own-current");

let github: Awaited<ReturnType<typeof playKeyList>>;
let nextLane: TestServer;

beforeAll(async () => {
  const url = process.env.GITHUB_SECRET_SCANNING_KEYS_URL as string;
  const published = PUBLISHED.map(({ id, key }) => listedKey(id, pem(key), false));
  github = await playKeyList(
    Number(new URL(url).port),
    listing(current.listed, retired.listed, ...published),
  );
  const same = { name: "leaks-next-lane", FAST_LANE: "off", GITHUB_SECRET_SCANNING_KEYS_URL: url };
  nextLane = await startTestServer(process.env.DATABASE_URL as string, same);
}, START_MS);
afterAll(async () => {
  await nextLane.stop();
  await github.close();
}, START_MS);

const UNSIGNED = {
  success: false,
  data: null,
  errors: [{ code: "unauthorized", message: "Invalid or missing signature" }],
};

type Find = { token: string; type?: string; url?: string | null; source?: string };
const bodyOf = (finds: Find[]) =>
  JSON.stringify(finds.map((find) => ({ type: "prepzo_api_key", url: "", source: "commit", ...find })));

async function report(finds: Find[], key: SigningKey = current) {
  const body = bodyOf(finds);
  const answer = await call(null, "/api-keys/leaked", { method: "POST", body, headers: signed(key, body) });
  expect(answer.status, answer.text).toBe(200);
  return (answer.body as unknown as { label: string }[]).map(({ label }) => label);
}

async function giveBack(key: string) {
  const answer = await call(null, "/api-keys/revoke", { method: "POST", body: { key } });
  expect(answer.status, answer.text).toBe(200);
  return answer;
}

const opens = async (key: string) => (await call(key, "/api-keys/current")).status;
const rowOf = ({ id }: { id: string }) => db().apiKey.findUniqueOrThrow({ where: { id } });
const sightingsOf = ({ id }: { id: string }) => db().keySighting.findMany({ where: { key_id: id } });
const noticesOf = ({ id }: Person) =>
  db().notice.findMany({ where: { user_id: id, kind: "key.leaked" }, orderBy: { id: "asc" } });
const eventsOf = async (organization_id: string, type = "api_key.leaked") =>
  (await db().event.findMany({ where: { organization_id, type } })).map(({ data }) => data as { id: string });
const auditOf = (action: string, { id }: { id: string }) =>
  db().auditEntry.findMany({ where: { action, target_id: id } });
const somewhere = () => `https://github.com/octocat/${randomUUID()}`;

/** Makes a key take over from itself, as a program does. */
async function rotateItself(key: string): Promise<Key> {
  const answer = await call<Key & Record<string, unknown>>(key, "/api-keys/current/rotate", {
    method: "POST",
    body: {},
  });
  expect(answer.status, answer.text).toBe(201);
  return { id: answer.body.data.id, key: answer.body.data.key };
}

let owner: Person;
beforeAll(async () => {
  owner = await makePerson();
});

describe.each([
  ["the fast lane", () => process.env.BASE_URL as string],
  ["Next.js", () => nextLane.env.BASE_URL as string],
])("through %s", (_, base) => {
  async function send(
    path: string,
    body: string | Uint8Array<ArrayBuffer>,
    headers: Record<string, string> = {},
  ) {
    const response = await fetch(`${base()}/api/v1${path}`, {
      method: "POST",
      body,
      headers: { "Content-Type": "application/json", "X-Forwarded-For": someAddress(), ...headers },
    });
    return { status: response.status, headers: response.headers, body: await response.json() };
  }
  const leaked = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
    send("/api-keys/leaked", body, headers);

  test.each(PUBLISHED)("what GitHub signed by $id is taken", async ({ id, body, signature }) => {
    const headers = { "GITHUB-PUBLIC-KEY-IDENTIFIER": id, "GITHUB-PUBLIC-KEY-SIGNATURE": signature };
    const answer = await leaked(body, headers);
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual([
      {
        token_hash: createHash("sha256").update("some_token").digest("hex"),
        token_type: "some_type",
        label: "false_positive",
      },
    ]);
    for (const other of [`${body}\n`, body.replace("some_token", "same_token"), ` ${body}`]) {
      const refused = await leaked(other, headers);
      expect([refused.status, refused.body]).toEqual([401, UNSIGNED]);
      expect(refused.headers.get("WWW-Authenticate")).toBeNull();
    }
    const [swapped] = PUBLISHED.filter((one) => one.id !== id).map((one) => one.id);
    const refused = await leaked(body, { ...headers, "GITHUB-PUBLIC-KEY-IDENTIFIER": swapped as string });
    expect([refused.status, refused.body]).toEqual([401, UNSIGNED]);
  });

  test("whatever is wrong with a signature, the refusal is the same; an old key's is right", async () => {
    const body = bodyOf([{ token: "some_token" }]);
    expect((await leaked(body, signed(retired, body))).status).toBe(200);
    for (const headers of [
      {},
      { "Github-Public-Key-Identifier": current.id },
      { "Github-Public-Key-Identifier": "unknown", "Github-Public-Key-Signature": "MEUC" },
      { ...signed(current, body), "Github-Public-Key-Signature": "MEUC" },
      signed(stranger, body),
      { ...signed(current, body), "Github-Public-Key-Identifier": retired.id },
    ]) {
      const refused = await leaked(body, headers as Record<string, string>);
      expect([refused.status, refused.body]).toEqual([401, UNSIGNED]);
    }
  });

  test("a body is read only where its signature is right", async () => {
    const tooMany = bodyOf(Array(1_001).fill({ token: "x" }));
    for (const [body, status] of [
      ["{", 400],
      ["{}", 400],
      ["[]", 422],
      ["[1]", 422],
      ['[{"token":"x"}]', 422],
      [tooMany, 422],
    ] as const) {
      expect((await leaked(body)).status, body.slice(0, 20)).toBe(401);
      expect((await leaked(body, signed(current, body))).status, body.slice(0, 20)).toBe(status);
    }
    const text = { ...signed(current, "[]"), "Content-Type": "text/plain" };
    expect((await leaked("[]", text)).status).toBe(415);
    expect((await leaked("x".repeat(1024 * 1024 + 1))).status).toBe(413);
  });

  test("a url or source of any length is no fault, and its find counts as the others do", async () => {
    const [key, other] = await Promise.all([makeKey(owner, ["jobs:read"]), makeKey(owner, ["jobs:read"])]);
    const long = "x".repeat(20_000);
    const finds = [
      { token: key.key, url: `https://example.com/${long}`, source: long },
      { token: other.key },
      { token: long },
    ];
    expect(await report(finds)).toEqual(["true_positive", "true_positive", "false_positive"]);
    const [sighting] = await sightingsOf(key);
    expect([sighting?.url.length, sighting?.type.length]).toEqual([2_000, 100]);
  });

  test("fields that GitHub may add, an empty url and junk are no fault", async () => {
    const body = JSON.stringify([
      { token: "\u0000\ud800", type: "", url: "", source: "wiki", more: { of: ["it"] } },
      { token: "pk_live_", type: "x", url: null },
      { token: mint().key, type: "x" },
    ]);
    const answer = await leaked(body, signed(current, body));
    expect(answer.status).toBe(200);
    expect(answer.body.map(({ label }: { label: string }) => label)).toEqual(Array(3).fill("false_positive"));
  });

  test("a finder is answered the same whatever the key is, and a living one is over", async () => {
    const living = await makeKey(owner, ["read"]);
    const dead = await makeKey(owner, ["read"], { expires_at: new Date("2026-01-01T00:00:00Z") });
    const texts = [];
    for (const key of [living.key, dead.key, mint().key, "nonsense", living.key]) {
      const { status, headers, body } = await send("/api-keys/revoke", JSON.stringify({ key }));
      expect(status).toBe(200);
      const counted = /ratelimit|request-id|date/;
      texts.push(JSON.stringify([[...headers].filter(([name]) => !counted.test(name)), body]));
    }
    expect(new Set(texts).size).toBe(1);
    expect(texts[0]).toContain('{"success":true,"data":{"received":true},"errors":null}');
    expect(await opens(living.key)).toBe(401);
    for (const [body, status] of [
      ["{", 400],
      ["[]", 400],
      ["{}", 422],
      ['{"key":1}', 422],
      ['{"key":"x","id":"y"}', 422],
    ] as const)
      expect((await send("/api-keys/revoke", body)).status, body).toBe(status);
  });
});

describe("what was chosen for a key that GitHub finds", () => {
  test("revoke: it is over from the next call on, with what it made of itself, and nothing else", async () => {
    const first = await makeKey(owner, ["read"]);
    const second = await rotateItself(first.key);
    await db().apiKey.update({ where: { id: first.id }, data: { ends_at: new Date() } });
    const third = await rotateItself(second.key);
    const root = await makeKey(owner, ["*"]);
    const child = await call(root.key, "/api-keys", {
      method: "POST",
      body: { name: "Child", scopes: ["read"] },
    });
    const byOther = await call(root.key, `/api-keys/${(await makeKey(owner, ["read"])).id}/rotate`, {
      method: "POST",
      body: { grace_period_seconds: 600 },
    });
    expect(byOther.status).toBe(201);
    for (const key of [second.key, third.key]) expect(await opens(key)).toBe(200);

    const labels = await report([
      { token: second.key, url: somewhere() },
      { token: root.key, url: somewhere() },
      { token: "pk_live_nothing" },
    ]);
    expect(labels).toEqual(["true_positive", "true_positive", "false_positive"]);
    for (const key of [second.key, third.key, root.key]) expect(await opens(key)).toBe(401);
    expect(await rowOf(third)).toMatchObject({
      revoked_reason: "Found in public by GitHub",
      leaked_at: null,
    });
    expect((await rowOf(second)).leaked_at).not.toBeNull();
    expect((await rowOf(child.body.data)).revoked_at).toBeNull();
    expect((await rowOf(byOther.body.data)).revoked_at).toBeNull();
    expect((await rowOf(first)).revoked_at).toBeNull();
    const [entry] = await auditOf("api_key.revoked", third);
    expect(entry).toMatchObject({ actor_kind: "finder", actor_id: null });
    const along = await db().notice.findMany({ where: { subject_id: third.id } });
    expect(along.filter(({ kind }) => kind === "key.revoked")).toMatchObject([{ user_id: owner.id }]);
  });

  test("revoke after 24 hours: a day is left, to it and what it made of itself, and never more", async () => {
    const late = await makeKey(owner, ["read"], { on_leak: "revoke_after_24h" });
    const next = await rotateItself(late.key);
    const soon = await makeKey(owner, ["read"], {
      on_leak: "revoke_after_24h",
      ends_at: new Date(Date.now() + 60_000),
    });
    const before = Date.now();
    await report([late, soon].map(({ key }) => ({ token: key, url: somewhere() })));
    const after = Date.now();
    for (const key of [late, next]) {
      const { ends_at, revoked_at } = await rowOf(key);
      // The self-rotated one's predecessor ends within the hour anyway.
      expect(Number(ends_at)).toBeLessThanOrEqual(after + 86_400_000);
      expect(revoked_at).toBeNull();
    }
    expect(Number((await rowOf(next)).ends_at)).toBeGreaterThanOrEqual(before + 86_400_000);
    expect(Number((await rowOf(soon)).ends_at)).toBeLessThanOrEqual(before + 60_000);
    expect(await opens(next.key)).toBe(200);
    const { ends_at } = await rowOf(next);
    await report([{ token: late.key, url: somewhere() }]);
    expect((await rowOf(next)).ends_at).toEqual(ends_at);
  });

  test("alert: it works on, and people are told", async () => {
    const key = await makeKey(owner, ["read"], { on_leak: "alert" });
    await report([{ token: key.key, url: somewhere() }]);
    expect(await opens(key.key)).toBe(200);
    expect((await noticesOf(owner)).filter(({ subject_id }) => subject_id === key.id)).toMatchObject([
      { data: { outcome: "alert" } },
    ]);
  });

  test("of a dead key people are told, and nothing is changed", async () => {
    const past = new Date("2026-01-01T00:00:00Z");
    const key = await makeKey(owner, ["read"], { revoked_at: past, revoked_reason: "Old" });
    expect(await report([{ token: key.key, url: somewhere() }])).toEqual(["true_positive"]);
    expect(await rowOf(key)).toMatchObject({ revoked_at: past, revoked_reason: "Old" });
    expect(await sightingsOf(key)).toHaveLength(1);
    expect((await noticesOf(owner)).filter(({ subject_id }) => subject_id === key.id)).toMatchObject([
      { data: { outcome: "dead" } },
    ]);
  });

  test("of a dead key that rotated itself people are told what still works", async () => {
    const first = await makeKey(owner, ["read"]);
    const second = await rotateItself(first.key);
    await db().apiKey.update({ where: { id: first.id }, data: { ends_at: new Date() } });
    const third = await rotateItself(second.key);
    await report([{ token: first.key, url: somewhere() }]);
    expect(await opens(third.key)).toBe(200);
    expect((await noticesOf(owner)).filter(({ subject_id }) => subject_id === first.id)).toMatchObject([
      { data: { outcome: "dead", successor: { id: third.id } } },
    ]);
    const successorOf = (by: Person, { id }: { id: string }) =>
      livingSuccessorOf(person(by, NOWHERE), id, new Date());
    expect(await successorOf(owner, first)).toMatchObject({ id: third.id });
    expect(await successorOf(await makePerson(), first)).toBeNull();
    const [old, byPerson] = [await makeKey(owner, ["read"]), person(owner, NOWHERE, new Date())];
    await rotateKey(byPerson, old.id, { grace_period_seconds: 0 }, new Date());
    expect(await successorOf(owner, old)).toBeNull();
  });

  test("people are told how many keys still work that a leaked one made", async () => {
    const leaked = await makeKey(owner, ["*"]);
    const make = async (by: string) => {
      const body = { name: "Made", scopes: ["*"] };
      return (await call<Key>(by, "/api-keys", { method: "POST", body })).body.data;
    };
    const child = await make(leaked.key);
    await make(child.key);
    const gone = await make(leaked.key);
    await call(leaked.key, `/api-keys/${gone.id}`, { method: "DELETE" });
    await report([{ token: leaked.key, url: somewhere() }]);
    expect(await opens(child.key)).toBe(200);
    expect((await noticesOf(owner)).filter(({ subject_id }) => subject_id === leaked.id)).toMatchObject([
      { kind: "key.leaked", data: { outcome: "revoked", made: 2 } },
    ]);
  });

  test("people are told which webhooks a leaked key made or changed, as far as they are there", async () => {
    const leaked = await makeKey(owner, ["*"]);
    const make = async (by: string, description: string | null) => {
      const body = { url: "https://1.1.1.1/hook?token=theirs", events: ["*"], description };
      const answer = await call<{ id: string }>(by, "/webhooks", { method: "POST", body });
      expect(answer.status, answer.text).toBe(201);
      return answer.body.data.id;
    };
    const other = await makeKey(owner, ["*"]);
    await make(leaked.key, "CRM");
    await make(leaked.key, null);
    await make(other.key, "Of another key");
    const changed = await make(other.key, "Payroll");
    for (const url of ["https://8.8.8.8/", "https://8.8.4.4/"])
      await call(leaked.key, `/webhooks/${changed}`, { method: "PATCH", body: { url } });
    const gone = await make(leaked.key, "Gone");
    await call(leaked.key, `/webhooks/${gone}`, { method: "DELETE" });
    await report([{ token: leaked.key, url: somewhere() }]);
    const [notice] = (await noticesOf(owner)).filter(({ subject_id }) => subject_id === leaked.id);
    expect(notice?.data).toMatchObject({ webhooks: { count: 3, names: ["CRM", "1.1.1.1", "Payroll"] } });
    expect(JSON.stringify(notice)).not.toContain("theirs");
  });

  test("a finder's word is enough, whatever was chosen; disabled keys and old halves are over too", async () => {
    const alert = await makeKey(owner, ["read"], { on_leak: "alert" });
    const next = await rotateItself(alert.key);
    const disabled = await makeKey(owner, ["read"], { enabled: false });
    await giveBack(alert.key);
    await giveBack(disabled.key);
    for (const key of [alert, next, disabled])
      expect(await rowOf(key)).toMatchObject({ revoked_reason: "Reported by somebody who had it" });
    expect(await opens(next.key)).toBe(401);
    expect(await sightingsOf(alert)).toMatchObject([{ source: "finder", type: "", url: "" }]);
  });
});

describe("each place is told once", () => {
  test("to the owner and the admins who are there, and to nobody else", async () => {
    const organization = await makeOrganization();
    const [admin, other, gone, holder, viewer] = await Promise.all([
      makePerson("admin", organization),
      makePerson("admin", organization),
      makePerson("admin", organization),
      makePerson("recruiter", organization),
      makePerson("viewer", organization),
    ]);
    await db().user.update({ where: { id: gone.id }, data: { disabled_at: new Date() } });
    const key = await makeKey(holder, ["read"]);
    const [one, another] = [somewhere(), somewhere()];
    // Two reports at once, which tell of the same place twice each.
    const finds = [
      { token: key.key, url: one },
      { token: key.key, url: one },
    ];
    await Promise.all([report(finds), report(finds)]);
    for (const person of [admin, other, holder]) {
      expect(await noticesOf(person)).toMatchObject([
        { subject_id: key.id, data: { key: { id: key.id }, url: one, outcome: "revoked" } },
      ]);
    }
    await report([{ token: key.key, url: another }]);
    await report([{ token: key.key, url: another }]);
    expect((await noticesOf(holder)).map(({ data }) => data)).toMatchObject([{ url: one }, { url: another }]);
    for (const person of [gone, viewer]) expect(await noticesOf(person)).toEqual([]);
    expect(await sightingsOf(key)).toHaveLength(2);
    expect(await eventsOf(organization.id)).toHaveLength(2);
    expect(await eventsOf(organization.id, "api_key.revoked")).toHaveLength(1);
    expect(await auditOf("api_key.leaked", key)).toHaveLength(2);
  });

  test("in each organization on its own, however they are mixed", async () => {
    const [here, there] = [await makePerson(), await makePerson()];
    const [mine, theirs] = [await makeKey(here, ["read"]), await makeKey(there, ["read"])];
    const [one, another] = [somewhere(), somewhere()];
    await report([{ token: theirs.key, url: another }, { token: "junk" }, { token: mine.key, url: one }]);
    expect((await noticesOf(here)).map(({ data }) => data)).toMatchObject([{ url: one }]);
    expect((await noticesOf(there)).map(({ data }) => data)).toMatchObject([{ url: another }]);
    expect((await eventsOf(here.organization_id)).map(({ id }) => id)).toEqual([mine.id]);
    for (const [key, { organization_id }] of [
      [mine, here],
      [theirs, there],
    ] as const) {
      expect(await auditOf("api_key.leaked", key)).toMatchObject([{ organization_id }]);
      expect(await sightingsOf(key)).toMatchObject([{ organization_id }]);
    }
  });
});

describe("races", () => {
  test("whatever a key makes of itself while it is reported, none of it lives on", async () => {
    for (let round = 0; round < 8; round++) {
      const key = await makeKey(owner, ["read"]);
      const rotate = () =>
        call<Key & { id: string }>(key.key, "/api-keys/current/rotate", { method: "POST" });
      await Promise.all([rotate(), report([{ token: key.key, url: somewhere() }]), rotate()]);
      const line = await db().apiKey.findMany({
        where: { OR: [{ id: key.id }, { rotated_from_id: key.id }] },
      });
      expect(line.map(({ revoked_at }) => revoked_at === null)).not.toContain(true);
    }
  });

  test("a report and a revocation at once revoke once", async () => {
    const admin = await makePerson();
    const { key: root } = await makeKey(admin, ["*"]);
    for (let round = 0; round < 8; round++) {
      const key = await makeKey(admin, ["read"]);
      const revoke = () => call(root, `/api-keys/${key.id}`, { method: "DELETE" });
      const answers = await Promise.all([revoke(), giveBack(key.key), revoke(), giveBack(key.key)]);
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
      expect(await auditOf("api_key.revoked", key)).toHaveLength(1);
      expect(await auditOf("api_key.leaked", key)).toHaveLength(1);
      expect(await sightingsOf(key)).toHaveLength(1);
    }
  });
});

test("a report of many keys takes no more statements than one of few", async () => {
  const holder = await makePerson();
  const made = await Promise.all(Array.from({ length: 40 }, () => makeKey(holder, ["read"])));
  const finds = (keys: Key[], each: number) =>
    keys.flatMap(({ key }) =>
      Array.from({ length: each }, () => ({ token: key, type: "x", url: somewhere(), source: "commit" })),
    );
  const few = await statementsOf(() => reportFinds(finds(made.slice(0, 2), 1), NOWHERE, new Date()));
  const many = await statementsOf(() => reportFinds(finds(made.slice(2, 40), 26), NOWHERE, new Date()));
  expect(many.length).toBeLessThanOrEqual(few.length + 2);
  expect(await db().keySighting.count({ where: { organization_id: holder.organization_id } })).toBe(
    2 + 38 * 26,
  );
});

test("an address of any length and script is kept, as far as it fits", async () => {
  const key = await makeKey(owner, ["read"]);
  const url = `https://example.com/${"😀".repeat(2_000)}`;
  await report([
    { token: key.key, url },
    { token: key.key, url: "a\u0000\ud800b" },
  ]);
  const kept = (await sightingsOf(key)).map((sighting) => sighting.url).sort();
  expect(kept[0]).toBe("a\ufffdb");
  expect(url.startsWith(kept[1] as string)).toBe(true);
  expect(Buffer.byteLength(kept[1] as string)).toBeGreaterThan(1_990);
});

test("the secret stands in no row and in no log, even where the address has it", async () => {
  const holder = await makePerson();
  const key = await makeKey(holder, ["read"]);
  const next = await rotateItself(key.key);
  await report([{ token: key.key, url: `https://example.com/?key=${key.key}`, source: key.key }]);
  await giveBack(key.key);
  const where = { where: { organization_id: holder.organization_id } };
  const rows = JSON.stringify(
    await Promise.all([
      db().auditEntry.findMany(where),
      db().event.findMany(where),
      db().notice.findMany(where),
      db().keySighting.findMany(where),
    ]),
    (_, value) => (typeof value === "bigint" ? String(value) : value),
  );
  const logs = ["server", "leaks-next-lane"].map((name) => readFileSync(`test-results/${name}.log`, "utf8"));
  for (const text of [rows, ...logs])
    for (const secret of [key.key, next.key]) expect(text).not.toContain(secret);
  expect(rows).toContain(`https://example.com/?key=${key.key.slice(0, 12)}…${key.key.slice(-4)}`);
});
