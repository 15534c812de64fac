import { beforeEach, describe, expect, test } from "vitest";
import type { Scope } from "@/lib/access/scopes";
import { db } from "@/lib/db";
import { call, type Row } from "@/lib/testing/call";
import { makeKey, makePerson, type Person } from "@/lib/testing/seed";
import { secretOf } from "@/lib/webhooks/secret";

const url = "https://hooks.example.com/prepzo";
const UNKNOWN = "01900000-0000-7000-8000-000000000000";

let owner: Person;
let key: string;

beforeEach(async () => {
  owner = await makePerson();
  key = (await makeKey(owner, ["*"])).key;
});

type Secret = Row & { secret: string };
const create = (fields: Record<string, unknown> = {}, by = key) =>
  call<Secret>(by, "/webhooks", { method: "POST", body: { url, events: ["candidate.created"], ...fields } });
const patch = (id: string, body: unknown, by = key) =>
  call<Secret>(by, `/webhooks/${id}`, { method: "PATCH", body });
const rotate = (id: string, by = key, body?: unknown) =>
  call<Secret>(by, `/webhooks/${id}/rotate`, { method: "POST", body });
const keyWith = async (...scopes: Scope[]) => (await makeKey(owner, scopes)).key;
const storedSecret = async (id: string) =>
  secretOf(id, await db().webhook.findUniqueOrThrow({ where: { id } }));

test("a webhook is the key owner's, and sends unless said otherwise", async () => {
  const { data } = (await create({ events: ["job.closed", "job.closed", "*"], description: "CRM" })).body;
  expect(data).toMatchObject({
    url,
    events: ["job.closed", "*"],
    description: "CRM",
    enabled: true,
    owner: { id: owner.id, name: owner.name },
  });
});

describe("its secret", () => {
  test("is in the answers to create and rotate, and in no other", async () => {
    const made = (await create()).body.data;
    expect(made.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    const rotated = (await rotate(made.id)).body.data;
    expect(rotated.secret).toMatch(/^whsec_/);
    expect(rotated.secret).not.toBe(made.secret);

    const path = `/webhooks/${made.id}`;
    const others = [
      await call(key, path),
      await call(key, "/webhooks"),
      await patch(made.id, { description: "x" }),
      await call(key, path, { method: "DELETE" }),
    ];
    for (const { status, text } of others) {
      expect(status).toBe(200);
      expect(text).not.toContain('"secret"');
      expect(text).not.toContain("whsec_");
    }
  });

  test("is stored so that the database alone does not tell it, nor the trail", async () => {
    const { id, secret } = (await create()).body.data;
    expect(await storedSecret(id)).toBe(secret);
    const left = JSON.stringify([
      await db().$queryRaw`SELECT webhooks::text FROM webhooks WHERE id = ${id}::uuid`,
      await db().auditEntry.findMany({
        where: { organization_id: owner.organization_id },
        omit: { seq: true },
      }),
      await db().event.findMany({ where: { organization_id: owner.organization_id } }),
    ]);
    expect(left).not.toContain(secret.slice(6, 30));
    expect(left).not.toContain(Buffer.from(secret).toString("hex").slice(12, 40));
  });

  test("is of one webhook: moved to another it cannot be read", async () => {
    const [first, second] = [(await create()).body.data, (await create()).body.data];
    const { sealed_secret } = await db().webhook.findUniqueOrThrow({ where: { id: first.id } });
    await db().webhook.update({ where: { id: second.id }, data: { sealed_secret } });
    await expect(storedSecret(second.id)).rejects.toThrow();
  });

  test("when it is replaced, that is in the trail, and the rest stays", async () => {
    const { secret: _, ...made } = (await create()).body.data;
    const { secret, ...rotated } = (await rotate(made.id)).body.data;
    const { updated_at, previous_secret_until } = rotated;
    expect(rotated).toEqual({ ...made, updated_at, previous_secret_until });
    expect(await storedSecret(made.id)).toBe(secret);
    const where = { target_id: made.id, action: "webhook.secret_rotated" };
    expect(await db().auditEntry.count({ where })).toBe(1);
  });
});

describe("the secret before", () => {
  const DAY = 86_400;
  /** What is stored of it: itself, and for how many seconds from the rotation on it holds. */
  async function previous(id: string) {
    const row = await db().webhook.findUniqueOrThrow({ where: { id } });
    const { previous_sealed_secret, previous_secret_key_version, previous_secret_until } = row;
    if (previous_sealed_secret === null || previous_secret_key_version === null) return null;
    const sealed = {
      sealed_secret: previous_sealed_secret,
      secret_key_version: previous_secret_key_version,
    };
    return { secret: secretOf(id, sealed), until: previous_secret_until?.toISOString() };
  }

  test.each([
    [undefined, DAY],
    [{ overlap_seconds: 60 }, 60],
  ])("rotated with %j, it holds for %d s, as the answer says", async (body, seconds) => {
    const { id, secret } = (await create()).body.data;
    const since = Date.now();
    const rotated = (await rotate(id, key, body)).body.data;
    const until = rotated.previous_secret_until as string;
    expect(await previous(id)).toEqual({ secret, until });
    expect(Date.parse(until)).toBeGreaterThanOrEqual(since + seconds * 1_000);
    expect(Date.parse(until)).toBeLessThanOrEqual(Date.now() + seconds * 1_000);
  });

  test("is forgotten with the next rotation, and at once where that is asked for", async () => {
    const { id } = (await create()).body.data;
    const second = (await rotate(id)).body.data.secret;
    await rotate(id);
    expect(await previous(id)).toMatchObject({ secret: second });
    const { data } = (await rotate(id, key, { overlap_seconds: 0 })).body;
    expect(data.previous_secret_until).toBeNull();
    expect(await previous(id)).toBeNull();
  });

  test("is told of as long as it signs", async () => {
    const { id } = (await create()).body.data;
    await rotate(id);
    await db().webhook.update({ where: { id }, data: { previous_secret_until: new Date() } });
    const path = `/webhooks/${id}`;
    const answers = [await call(key, path), await patch(id, { description: "x" })];
    for (const { body } of answers) expect(body.data.previous_secret_until).toBeNull();
    expect((await call<Row[]>(key, "/webhooks")).body.data[0]?.previous_secret_until).toBeNull();
    expect((await call(key, path, { method: "DELETE" })).body.data.previous_secret_until).toBeNull();
  });

  test.each([-1, DAY + 1, 1.5, "60"])("422: an overlap of %j", async (overlap_seconds) => {
    const { id } = (await create()).body.data;
    const answer = await rotate(id, key, { overlap_seconds });
    expect(answer.status).toBe(422);
    expect(answer.body.errors).toMatchObject([{ code: "validation_error", field: "overlap_seconds" }]);
  });
});

describe("who is told must be able to read", () => {
  test.each<[string, Scope[], Scope]>([
    ["candidate.created", [], "candidates:read"],
    ["note.created", ["applications:read", "jobs:read"], "candidates:read"],
    ["application.hired", ["candidates:read"], "applications:read"],
    ["job.closed", ["jobs:write"], "jobs:read"],
    ["interview.cancelled", [], "interviews:read"],
    ["offer.accepted", ["offers:write"], "offers:read"],
    ["*", ["candidates:read", "jobs:read", "applications:read"], "read"],
    ["api_key.leaked", ["read", "write"], "*"],
  ])("%s, with %j: 403 that names what is missing", async (event, scopes, missing) => {
    const answer = await create({ events: [event] }, await keyWith("webhooks:write", ...scopes));
    expect(answer.status).toBe(403);
    expect(answer.headers.get("WWW-Authenticate")).toBe(
      `Bearer error="insufficient_scope", scope="${missing}"`,
    );
  });

  test.each<[string, Scope[]]>([
    ["candidate.created", ["candidates:read"]],
    ["*", ["read"]],
    ["api_key.leaked", ["*"]],
  ])("%s, with %j", async (event, scopes) => {
    const answer = await create({ events: [event] }, await keyWith("webhooks:write", ...scopes));
    expect(answer.status).toBe(201);
  });

  test("the seven read scopes come to the broad one", async () => {
    const fine = ["candidates", "jobs", "applications", "interviews", "analytics", "webhooks", "offers"];
    const by = await keyWith("webhooks:write", ...fine.map((name) => `${name}:read` as Scope));
    expect((await create({ events: ["*"] }, by)).status).toBe(201);
  });

  test("a change is judged by what it comes to, whatever it names", async () => {
    const { id } = (await create({ events: ["candidate.created", "job.closed"] })).body.data;
    const by = await keyWith("webhooks:write", "candidates:read");
    expect((await patch(id, { description: "x" }, by)).status).toBe(403);
    expect((await rotate(id, by)).status).toBe(403);
    expect((await patch(id, { events: ["candidate.created"] }, by)).status).toBe(200);
    expect((await patch(id, { events: ["job.closed"] }, by)).status).toBe(403);
    expect((await rotate(id, by)).status).toBe(200);
  });

  test.each([
    ["another url", {}, { url: `${url}/elsewhere` }],
    ["enabling", { enabled: false }, { enabled: true }],
  ])("%s may send what waits: also what it told of before", async (_, fields, change) => {
    const { id } = (await create({ events: ["candidate.created", "offer.created"], ...fields })).body.data;
    const by = await keyWith("webhooks:write", "candidates:read");
    const narrowed = { events: ["candidate.created"] };
    const answer = await patch(id, { ...narrowed, ...change }, by);
    expect([answer.status, answer.headers.get("WWW-Authenticate")]).toEqual([
      403,
      'Bearer error="insufficient_scope", scope="offers:read"',
    ]);
    expect((await patch(id, { ...narrowed, url, enabled: false }, by)).status).toBe(200);
    expect((await patch(id, change, by)).status).toBe(200);
  });

  test("and one may not ask where a name leads for what one could not be told", async () => {
    const by = await keyWith("webhooks:write");
    const inside = { url: "https://10.0.0.1/" };
    const { id } = (await create()).body.data;
    expect((await create(inside, by)).status).toBe(403);
    expect((await patch(id, inside, by)).status).toBe(403);
    expect((await patch(UNKNOWN, inside)).status).toBe(404);
  });

  test("what a key was given but its owner may not, does not count", async () => {
    const { key: by } = await makeKey(await makePerson("hiring_manager"), ["read"], { scopes: ["*"] });
    expect((await create({ events: ["candidate.created"] }, by)).status).toBe(403);
  });
});

test("the trail says where it sent to from its beginning to its end, and of what, without what may be secret", async () => {
  const { id } = (await create({ url: `${url}/T0PSECRET?token=s3cret` })).body.data;
  await patch(id, {
    url: "https://other.example.com:80/T0PSECRET?token=s3cret",
    events: ["job.closed"],
    enabled: false,
  });
  await call(key, `/webhooks/${id}`, { method: "DELETE" });
  const entries = await db().auditEntry.findMany({ where: { target_id: id }, orderBy: { seq: "asc" } });
  const [made, changed, deleted] = entries.map(({ changes }) => changes);
  expect(made).toMatchObject({
    host: { from: null, to: "hooks.example.com" },
    events: { from: null, to: ["candidate.created"] },
    enabled: { from: null, to: true },
  });
  expect(changed).toEqual({
    fields: ["url", "events", "enabled"],
    host: { from: "hooks.example.com", to: "other.example.com:80" },
    events: { from: ["candidate.created"], to: ["job.closed"] },
    enabled: { from: true, to: false },
  });
  expect(deleted).toEqual({
    host: { from: "other.example.com:80", to: null },
    events: { from: ["job.closed"], to: null },
    enabled: { from: false, to: null },
  });
  expect(JSON.stringify(entries.map(({ changes }) => changes))).not.toMatch(/t0psecret|s3cret/i);
});

describe("where it may send to", () => {
  test.each([
    ["http://hooks.example.com/", "url must be an https address"],
    ["https://127.0.0.1/", "url must lead to a host on the internet"],
    ["https://0x7f.1/", "url must lead to a host on the internet"],
    ["https://[::ffff:169.254.169.254]/", "url must lead to a host on the internet"],
    ["https://hooks.example.com:22/", "url must use port 443 or 80"],
    ["ftp://hooks.example.com/", "url must be a web address"],
  ])("422: %s: %s", async (bad, message) => {
    const { id } = (await create()).body.data;
    for (const answer of [await create({ url: bad }), await patch(id, { url: bad })]) {
      expect([answer.status, answer.body.errors]).toEqual([
        422,
        [{ code: "validation_error", message, field: "url" }],
      ]);
    }
  });

  test("a host that the operator allows, as it likes", async () => {
    expect((await create({ url: "http://localhost:4000/hook" })).status).toBe(201);
  });
});

test.each<[string, Record<string, unknown>, string]>([
  ["no events", { events: [] }, "events"],
  ["null for events", { events: null }, "events"],
  ["an unknown event", { events: ["candidate.hired"] }, "events.0"],
  ["half of all", { events: ["candidate.*"] }, "events.0"],
  ["a secret of one's own", { secret: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw" }, "secret"],
  ["another owner", { owner_id: UNKNOWN }, "owner_id"],
])("422: %s", async (_, fields, field) => {
  const answer = await create(fields);
  expect(answer.status).toBe(422);
  expect(answer.body.errors).toMatchObject([{ code: "validation_error", field }]);
});
