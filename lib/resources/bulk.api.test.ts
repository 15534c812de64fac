import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { Scope } from "@/lib/access/scopes";
import { db } from "@/lib/db";
import type { Fault } from "@/lib/errors";
import { call, type Row } from "@/lib/testing/call";
import {
  candidateFields,
  type Key,
  makeKey,
  makeOrganization,
  makePerson,
  type Person,
} from "@/lib/testing/seed";

type Outcome = { index: number; status: number; data: Row | null; errors: Fault[] | null };
type Bulk = { succeeded: number; failed: number; results: Outcome[] };
type Operation = Record<string, unknown>;

const UNKNOWN_ID = "01900000-0000-7000-8000-000000000000";

let owner: Person;
let key: Key;
beforeAll(async () => {
  owner = await makePerson();
  key = await makeKey(owner, ["*"]);
});

const JSON_BODY = { "Content-Type": "application/json" };
const send = (
  operations: Operation[],
  { by = key, atomic, headers = {} }: { by?: Key; atomic?: boolean; headers?: Record<string, string> } = {},
) => call<Bulk>(by.key, "/bulk", { method: "POST", body: { atomic, operations }, headers });

const create = (fields: Record<string, unknown> = {}): Operation => ({
  op: "create",
  resource: "candidates",
  data: candidateFields(fields),
});
const statusesOf = ({ body }: { body: { data: Bulk } }) => body.data.results.map(({ status }) => status);
const countOf = (operations: Operation[]) =>
  db().candidate.count({
    where: { email: { in: operations.map(({ data }) => String((data as { email: unknown }).email)) } },
  });

describe("operations each for itself", () => {
  test("create, change and delete rows of each resource, as single requests do", async () => {
    const made = await send([
      create(),
      { op: "create", resource: "jobs", data: { title: "Engineer", status: "open" } },
    ]);
    expect(made.status).toBe(200);
    expect(made.body.data).toMatchObject({ succeeded: 2, failed: 0 });
    const [candidate, job] = made.body.data.results.map(({ data }) => data as Row);
    const applied = await send([
      {
        op: "create",
        resource: "applications",
        data: { candidate_id: candidate?.id, job_id: job?.id, status: "offer" },
      },
    ]);
    const application = applied.body.data.results[0]?.data as Row;
    const rest = await send([
      {
        op: "create",
        resource: "interviews",
        data: { application_id: application.id, scheduled_at: "2027-01-31T12:00:00Z" },
      },
      { op: "create", resource: "offers", data: { application_id: application.id } },
      { op: "update", resource: "candidates", id: candidate?.id, data: { full_name: "Grace Hopper" } },
      { op: "delete", resource: "candidates", id: candidate?.id },
      { op: "delete", resource: "candidates", id: candidate?.id },
    ]);
    expect(statusesOf(rest)).toEqual([201, 201, 200, 200, 404]);
    expect(rest.body.data.results.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4]);
    expect(rest.body.data.results[2]?.data).toEqual({
      ...candidate,
      full_name: "Grace Hopper",
      updated_at: rest.body.data.results[2]?.data?.updated_at,
    });
    expect(rest.body.data.results[4]).toMatchObject({
      data: null,
      errors: [{ code: "not_found", message: "Candidate not found" }],
    });
    const { body } = await call(key.key, `/candidates/${candidate?.id}`);
    expect(body.errors).toEqual([{ code: "not_found", message: "Candidate not found" }]);
  });

  test("fail one by one, each saying why at its field, and the others are done", async () => {
    const taken = create();
    const operations = [
      taken,
      taken,
      { op: "create", resource: "candidates", data: { full_name: "No address", nonsense: 1 } },
      { op: "create", resource: "candidates" },
      { ...create(), id: UNKNOWN_ID },
      { op: "update", resource: "candidates", data: { full_name: "Nobody" } },
      { op: "update", resource: "candidates", id: "1", data: { full_name: "Nobody" } },
      { op: "update", resource: "candidates", id: UNKNOWN_ID, data: {} },
      { op: "delete", resource: "jobs", id: UNKNOWN_ID, data: {} },
      { op: "create", resource: "applications", data: { candidate_id: UNKNOWN_ID, job_id: UNKNOWN_ID } },
      create(),
    ];
    const answer = await send(operations);
    expect(statusesOf(answer)).toEqual([201, 409, 422, 422, 422, 422, 404, 422, 422, 422, 201]);
    expect(answer.body.data).toMatchObject({ succeeded: 2, failed: 9 });
    const fields = answer.body.data.results.map(({ errors }) => errors?.map(({ field }) => field));
    expect(fields).toEqual([
      undefined,
      ["operations.1.data.email"],
      ["operations.2.data.email", "operations.2.data.nonsense"],
      ["operations.3.data"],
      ["operations.4.id"],
      ["operations.5.id"],
      [undefined],
      [undefined],
      ["operations.8.data"],
      [expect.stringMatching(/^operations\.9\.data\.(candidate|job)_id$/)],
      undefined,
    ]);
    expect(answer.body.data.results[2]?.errors?.[0]).toEqual({
      code: "validation_error",
      message: "email is required",
      field: "operations.2.data.email",
    });
  });

  test("take no field that a single request would not take, however it is called", async () => {
    const { email } = candidateFields();
    const data = `{"full_name":"Ada","email":${JSON.stringify(email)},"__proto__":{"tags":["x"]}}`;
    const body = `{"operations":[{"op":"create","resource":"candidates","data":${data}}]}`;
    const answer = await call<Bulk>(key.key, "/bulk", { method: "POST", body, headers: JSON_BODY });
    expect(answer.body.data.results[0]?.errors).toMatchObject([{ field: "operations.0.data.__proto__" }]);
    expect(await db().candidate.count({ where: { email: String(email) } })).toBe(0);
    for (const data of [null, [], "x"]) {
      const { status, body } = await send([{ op: "create", resource: "candidates", data } as never]);
      expect([status, body.errors?.[0]?.message]).toEqual([422, "operations.0.data must be an object"]);
    }
  });

  test("leave the trail and the events of what was done, and of nothing else", async () => {
    const by = await makeKey(await makePerson(), ["*"]);
    const [first, second] = [create(), create()];
    const { body } = await send([first, first, second, second], { by });
    const ids = body.data.results.flatMap(({ data }) => (data ? [data.id] : []));
    const audits = await db().auditEntry.findMany({ where: { actor_id: by.id } });
    expect(audits.map(({ target_id }) => target_id).sort()).toEqual(ids.sort());
    const organization_id = audits[0]?.organization_id ?? "";
    expect(await db().event.count({ where: { organization_id, type: "candidate.created" } })).toBe(2);
  });

  test("never reach another organization's rows", async () => {
    const stranger = await makeKey(await makePerson(), ["*"]);
    const theirs = (await send([create()], { by: stranger })).body.data.results[0]?.data as Row;
    const answer = await send([
      { op: "update", resource: "candidates", id: theirs.id, data: { full_name: "Ours" } },
      { op: "delete", resource: "candidates", id: theirs.id },
    ]);
    expect(statusesOf(answer)).toEqual([404, 404]);
    expect((await call(stranger.key, `/candidates/${theirs.id}`)).body.data).toEqual(theirs);
  });
});

describe("all or nothing", () => {
  test("does all", async () => {
    const operations = [create(), create(), create()];
    const answer = await send(operations, { atomic: true });
    expect([answer.status, statusesOf(answer)]).toEqual([200, [201, 201, 201]]);
    expect(await countOf(operations)).toBe(3);
  });

  test("or nothing: the first refusal is the answer, and names its operation", async () => {
    const operations = [create(), create()];
    const taken = await send([...operations, operations[1] as Operation], { atomic: true });
    expect(taken.status).toBe(409);
    expect(taken.body).toMatchObject({
      success: false,
      data: null,
      errors: [{ code: "duplicate", field: "operations.2.data.email" }],
    });
    const missing = await send([...operations, { op: "delete", resource: "jobs", id: UNKNOWN_ID }], {
      atomic: true,
    });
    expect([missing.status, missing.body.errors]).toEqual([
      404,
      [{ code: "not_found", message: "Job not found", field: "operations.2" }],
    ]);
    expect(await countOf(operations)).toBe(0);
    expect(await db().auditEntry.count({ where: { request_id: taken.headers.get("X-Request-Id") } })).toBe(0);
  });

  test("what is wrong with their form is named at once, before anything is done", async () => {
    const first = create();
    const answer = await send([first, create({ email: "x" }), { op: "create", resource: "jobs" }], {
      atomic: true,
    });
    expect(answer.status).toBe(422);
    expect(answer.body.errors?.map(({ field }) => field)).toEqual([
      "operations.1.data.email",
      "operations.2.data",
    ]);
    expect(await countOf([first])).toBe(0);
  });
});

describe("rights", () => {
  const withScopes = (...scopes: Scope[]) => makeKey(owner, scopes);
  const FORBIDDEN = { code: "forbidden", message: "Insufficient permissions" };

  test("bulk:write opens the door, each operation needs its own scope", async () => {
    const by = await withScopes("bulk:write", "candidates:write");
    const job = { op: "create", resource: "jobs", data: { title: "Engineer" } };
    const answer = await send([create(), job, create()], { by });
    expect(statusesOf(answer)).toEqual([201, 403, 201]);
    expect(answer.body.data.results[1]).toEqual({ index: 1, status: 403, data: null, errors: [FORBIDDEN] });
  });

  test("all or nothing: 403 names the scope, before anything is looked at", async () => {
    const by = await withScopes("bulk:write", "candidates:write");
    const first = create();
    const offer = { op: "create", resource: "offers", data: { nonsense: 1 } };
    const answer = await send([first, create({ email: "x" }), offer], { by, atomic: true });
    expect(answer.status).toBe(403);
    expect(answer.text).toBe(JSON.stringify({ success: false, data: null, errors: [FORBIDDEN] }));
    expect(answer.headers.get("WWW-Authenticate")).toContain('scope="offers:write"');
    expect(await countOf([first])).toBe(0);
  });

  test("write scopes alone do not open it", async () => {
    expect((await send([create()], { by: await withScopes("candidates:write") })).status).toBe(403);
  });
});

describe("the request", () => {
  test.each([
    ["operations", {}],
    ["operations", { operations: [] }],
    ["operations", { operations: Array.from({ length: 1_001 }, () => ({})) }],
    ["operations.0.op", { operations: [{ op: "upsert", resource: "jobs" }] }],
    ["operations.0.resource", { operations: [{ op: "create", resource: "api-keys" }] }],
    ["operations.0.data", { operations: [{ op: "create", resource: "jobs", data: [] }] }],
    ["operations.0.nonsense", { operations: [{ op: "delete", resource: "jobs", id: "1", nonsense: 1 }] }],
  ])("422: %s", async (field, body) => {
    const answer = await call(key.key, "/bulk", { method: "POST", body });
    expect(answer.status).toBe(422);
    expect(answer.body.errors?.map((fault) => fault.field)).toContain(field);
  });

  test("may have 8 MiB and not a byte more", async () => {
    const body = JSON.stringify({ operations: [create()] });
    const padded = (size: number) => body + " ".repeat(size - body.length);
    const most = 8 * 1024 * 1024;
    const post = (body: string) => call(key.key, "/bulk", { method: "POST", body });
    expect((await post(padded(most))).status).toBe(200);
    expect((await post(padded(most + 1))).status).toBe(413);
  });
});

describe("what it costs", () => {
  const shown = ({ headers }: { headers: Headers }) => Number(headers.get("X-RateLimit-Remaining"));
  const freePlan = async () => makePerson("admin", await makeOrganization("free"));
  const refusals = (count: number) =>
    Array.from({ length: count }, () => ({ op: "create", resource: "jobs" }));

  test("is one call, and one for each 100 operations begun", async () => {
    const by = await makeKey(await freePlan(), ["*"]);
    const left = [];
    for (const count of [1, 100, 101]) left.push(shown(await send(refusals(count), { by })));
    expect(left).toEqual([98, 96, 93]);
  });

  test("must fit into what is left, else 429 before any work; what fits passes still", async () => {
    const by = await makeKey(await freePlan(), ["*"], { rate_limit: 7 });
    const operations = Array.from({ length: 601 }, () => create());
    const refused = await send(operations, { by });
    expect([refused.status, shown(refused)]).toEqual([429, 6]);
    expect(refused.headers.get("Retry-After")).toMatch(/^\d+$/);
    expect(await countOf(operations)).toBe(0);
    expect(shown(await send(refusals(500), { by }))).toBe(0);
  });

  test("is the organization's too: what that refuses is not taken from the key", async () => {
    const owner = await freePlan();
    const by = await makeKey(owner, ["*"], { rate_limit: 50 });
    const other = await makeKey(owner, ["*"]);
    await Promise.all(Array.from({ length: 92 }, () => call(other.key, "/nothing")));
    const refused = await send(refusals(1_000), { by });
    expect([refused.status, shown(refused)]).toEqual([429, 7]);
    expect(shown(await send(refusals(100), { by }))).toBe(5);
    expect(shown(await send(refusals(1_000), { by: other }))).toBe(4);
  });

  test("racing requests together take no more than there is", async () => {
    const by = await makeKey(await freePlan(), ["*"]);
    const answers = await Promise.all(Array.from({ length: 12 }, () => send(refusals(901), { by })));
    const passed = answers.filter(({ status }) => status === 200);
    // Each call is counted as it comes, and 10 more for each that passes: as many fit as come before it is full.
    expect(passed.length).toBeGreaterThanOrEqual(8);
    expect(passed.length).toBeLessThanOrEqual(9);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 429]));
  });
});

describe("with an Idempotency-Key", () => {
  const named = () => ({ headers: { "Idempotency-Key": randomUUID() } });

  test("it is done once, failures and all", async () => {
    const taken = create();
    const operations = [taken, taken, create()];
    const options = named();
    const first = await send(operations, options);
    expect(statusesOf(first)).toEqual([201, 409, 201]);
    const second = await send(operations, options);
    expect([second.status, second.text]).toEqual([200, first.text]);
    expect(second.headers.get("Idempotency-Replayed")).toBe("true");
    expect(await countOf(operations)).toBe(2);
  });

  test("a refused all-or-nothing may be sent again", async () => {
    const [first, options] = [create(), named()];
    const [made] = (await send([first])).body.data.results;
    expect((await send([create(), first], { ...options, atomic: true })).status).toBe(409);
    await call(key.key, `/candidates/${made?.data?.id}`, { method: "DELETE" });
    expect((await send([create(), first], { ...options, atomic: true })).status).toBe(200);
  });

  test("it is one with its record: where that cannot be written, none of its portions is there", async () => {
    const by = await makeKey(owner, ["*"]);
    const operations = Array.from({ length: 120 }, () => create());
    // Plays a crash between the work and its record.
    await db().$executeRawUnsafe(
      `ALTER TABLE idempotency_records ADD CONSTRAINT crash_of_bulk CHECK (api_key_id <> '${by.id}')`,
    );
    const failed = await send(operations, { ...named(), by });
    await db().$executeRaw`ALTER TABLE idempotency_records DROP CONSTRAINT crash_of_bulk`;
    expect(failed.status).toBe(500);
    expect(await countOf(operations)).toBe(0);
  });

  test("six at once do it once", async () => {
    const [operations, options] = [Array.from({ length: 120 }, () => create()), named()];
    const answers = await Promise.all(Array.from({ length: 6 }, () => send(operations, options)));
    expect(answers.map(({ status }) => status).filter((status) => ![200, 409].includes(status))).toEqual([]);
    const texts = new Set(answers.filter(({ status }) => status === 200).map(({ text }) => text));
    expect(texts.size).toBe(1);
    expect(await countOf(operations)).toBe(120);
  });
});

describe("at the same time", () => {
  test("two that change the same rows in opposite order both end well", async () => {
    const rows = (await send(Array.from({ length: 60 }, () => create()))).body.data.results.map(
      ({ data }) => data?.id,
    );
    const rename = (name: string, ids: unknown[]) =>
      send(
        ids.map((id) => ({ op: "update", resource: "candidates", id, data: { full_name: name } })),
        { atomic: true },
      );
    const answers = await Promise.all([rename("One", rows), rename("Two", [...rows].reverse())]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const names = await db().candidate.findMany({
      where: { id: { in: rows as string[] } },
      distinct: ["full_name"],
    });
    expect(names).toHaveLength(1);
  });
});

test("a thousand operations are one request", async () => {
  const operations = Array.from({ length: 1_000 }, () => create());
  const answer = await send(operations);
  expect(answer.body.data).toMatchObject({ succeeded: 1_000, failed: 0 });
  expect(await countOf(operations)).toBe(1_000);
});
