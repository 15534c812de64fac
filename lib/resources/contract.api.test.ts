import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { z } from "zod";
import { FINE_SCOPES, type Scope } from "@/lib/access/scopes";
import type { Endpoint } from "@/lib/api/endpoint";
import { db } from "@/lib/db";
import { call, someAddress } from "@/lib/testing/call";
import { pipeline } from "@/lib/testing/pipeline";
import { candidateFields, type Key, makeKey, makePerson, type Person } from "@/lib/testing/seed";
import { catalogue } from ".";

type Rows = ReturnType<typeof pipeline>;

/** A body that each operation accepts, and a row to name in each path: all that a new resource adds here. */
const BODIES: Record<string, (make: Rows) => unknown> = {
  "candidates.create": () => candidateFields(),
  "candidates.update": () => ({ full_name: "Grace Hopper" }),
  "notes.create": () => ({ body: "Called", visibility: "private" }),
  "departments.create": () => ({ name: `Department ${randomUUID()}` }),
  "jobs.create": () => ({ title: "Engineer" }),
  "jobs.update": () => ({ title: "Senior engineer" }),
  "applications.create": async (make) => ({
    candidate_id: (await make.candidate()).id,
    job_id: (await make.job()).id,
  }),
  "applications.update": () => ({ status: "screening" }),
  "interviews.create": async (make) => ({
    application_id: (await make.application()).id,
    scheduled_at: "2027-01-31T12:00:00Z",
  }),
  "interviews.update": () => ({ status: "completed" }),
  "offers.create": async (make) => ({ application_id: (await make.application()).id, salary: 90_000 }),
  "offers.update": () => ({ status: "accepted" }),
  "bulk.run": () => ({ operations: [{ op: "create", resource: "candidates", data: candidateFields() }] }),
  "webhooks.create": () => ({ url: "http://localhost:9/", events: ["candidate.created"] }),
  "webhooks.update": () => ({ description: "Changed by contract" }),
  "webhooks.resend-deliveries": () => ({ status: "failed", from: "2026-01-01T00:00:00Z" }),
  "api-keys.create": () => ({ name: "Made by contract", scopes: ["read"] }),
  "api-keys.update": () => ({ name: "Renamed by contract" }),
};
type Named = { id: string; delivery_id?: string };
const ROWS: Record<string, (make: Rows, owner: Person) => Promise<Named>> = {
  candidates: (make) => make.candidate(),
  jobs: (make) => make.job(),
  applications: (make) => make.application(),
  interviews: (make) => make.interview(),
  offers: (make) => make.offer(),
  webhooks: (make) => make.webhook().then(withDelivery),
  "api-keys": (_, owner) => makeKey(owner, ["read"]),
};

/** As if it had failed: then nothing is sent. */
async function withDelivery({ id }: { id: string }): Promise<Named> {
  const { organization_id } = await db().webhook.findUniqueOrThrow({ where: { id } });
  const data = { organization_id, webhook_id: id, event_type: "candidate.created", test: true };
  const delivery = await db().delivery.create({ data: { ...data, status: "failed" } });
  return { id, delivery_id: delivery.id };
}

const UNKNOWN_ID = "01900000-0000-7000-8000-000000000000";
const guarded = catalogue.filter(({ scope }) => scope !== "public");
const named = (endpoints: readonly Endpoint[]) =>
  endpoints.map((endpoint) => ({ name: `${endpoint.method} ${endpoint.path}`, endpoint }));

/** What a webhook tells must be readable too. */
const BESIDES: Record<string, Scope[]> = { webhooks: ["candidates:read"] };

let owner: Person;
let stranger: Person;
let full: Key;
let makers: Map<Person, Rows>;

beforeAll(async () => {
  [owner, stranger] = await Promise.all([makePerson(), makePerson()]);
  const [key, other] = await Promise.all([makeKey(owner, ["*"]), makeKey(stranger, ["*"])]);
  full = key;
  makers = new Map([
    [owner, pipeline(key.key)],
    [stranger, pipeline(other.key)],
  ]);
});

/** The path with the ids of rows of this person's organization in it. */
async function pathOf(endpoint: Endpoint, whose: Person): Promise<string> {
  if (!endpoint.path.includes("{")) return endpoint.path;
  const row = await ROWS[resourceOf(endpoint)]?.(makers.get(whose) as Rows, whose);
  return filled(endpoint.path, (name) => row?.[name] ?? "no row is described for this path");
}

function filled(path: string, idOf: (name: keyof Named) => string): string {
  return path.replace(/\{(\w+)\}/g, (_, name) => idOf(name));
}

async function request(endpoint: Endpoint, key: string | null, path?: string, body?: unknown) {
  const sent = body ?? (await bodyOf(endpoint));
  return call(key, path ?? (await pathOf(endpoint, owner)), { method: endpoint.method, body: sent });
}

async function bodyOf({ id }: Endpoint): Promise<unknown> {
  return BODIES[id]?.(makers.get(owner) as Rows);
}

function resourceOf({ path }: Endpoint): string {
  return path.split("/")[1] as string;
}

/** The scope that the endpoint needs and no more, under the name that a key can have. */
function sufficient({ scope }: Endpoint): Scope[] {
  if (scope === "public" || scope === "any-key") return ["analytics:read"];
  return [scope === "api-keys:manage" ? "*" : scope];
}

describe.each(named(guarded))("$name", ({ endpoint }) => {
  test("401 without a key, and with a revoked, expired or disabled one", async () => {
    const past = new Date("2026-01-01T00:00:00Z");
    const dead = await Promise.all([
      makeKey(owner, ["*"], { revoked_at: past }),
      makeKey(owner, ["*"], { expires_at: past }),
      makeKey(owner, ["*"], { enabled: false }),
    ]);
    for (const key of [null, "pk_live_x", ...dead.map(({ key }) => key)]) {
      expect((await request(endpoint, key)).status).toBe(401);
    }
  });

  test("2xx with exactly the scope it needs, in the form that it promises", async () => {
    const scopes = [...sufficient(endpoint), ...(BESIDES[resourceOf(endpoint)] ?? [])];
    const { key } = await makeKey(owner, scopes);
    const answer = await request(endpoint, key);
    expect(answer.status).toBe(endpoint.location ? 201 : 200);
    endpoint.response.schema.parse(answer.body);
  });

  test("429 once its key's limit is used up", async () => {
    const { key } = await makeKey(owner, ["*"], { rate_limit: 1 });
    await call(key, "/nothing");
    const answer = await request(endpoint, key);
    expect(answer.status).toBe(429);
    expect(answer.headers.get("Retry-After")).toMatch(/^\d+$/);
    expect(answer.headers.get("X-RateLimit-Limit")).toBe("1");
  });

  test("422 for a query parameter that it does not know", async () => {
    const answer = await request(endpoint, full.key, `${await pathOf(endpoint, owner)}?nonsense=1`);
    expect(answer.status).toBe(422);
    expect(answer.body.errors).toMatchObject([{ code: "validation_error", field: "nonsense" }]);
  });
});

const scoped = guarded.filter(({ scope }) => scope !== "any-key");
describe.each(named(scoped))("$name", ({ endpoint }) => {
  test("403 with every scope but the one it needs", async () => {
    const [needed] = sufficient(endpoint);
    const others: Scope[] =
      needed === "*" ? ["read", "write"] : FINE_SCOPES.filter((each) => each !== needed);
    const { key } = await makeKey(owner, others);
    const answer = await request(endpoint, key);
    expect(answer.status).toBe(403);
    expect(answer.headers.get("WWW-Authenticate")).toBe(
      `Bearer error="insufficient_scope", scope="${needed}"`,
    );
  });

  test("403 for a key whose stored scopes are empty or unknown", async () => {
    for (const scopes of [[], ["admin", "CANDIDATES:READ", "api-keys:manage", "read:*"]]) {
      const { key } = await makeKey(owner, ["read"], { scopes });
      expect((await request(endpoint, key)).status).toBe(403);
    }
  });
});

const beyondViewers = scoped.filter(({ scope }) => !scope.endsWith(":read"));
test.each(named(beyondViewers))(
  "$name: 403 where its key's owner may not, whatever the key was given",
  async ({ endpoint }) => {
    const { key } = await makeKey(await makePerson("viewer"), [], { scopes: ["*"] });
    expect((await request(endpoint, key)).status).toBe(403);
  },
);

describe.each(named(guarded.filter(({ params }) => params)))("$name", ({ endpoint }) => {
  test("404 for another organization's row, in the same words as for none", async () => {
    const foreign = await request(endpoint, full.key, await pathOf(endpoint, stranger));
    const unknown = await request(
      endpoint,
      full.key,
      filled(endpoint.path, () => UNKNOWN_ID),
    );
    const malformed = await request(
      endpoint,
      full.key,
      filled(endpoint.path, () => "1"),
    );
    expect([foreign.status, unknown.status, malformed.status]).toEqual([404, 404, 404]);
    expect(foreign.text).toBe(unknown.text);
    expect(malformed.text).toBe(unknown.text);
  });
});

describe.each(named(guarded.filter(({ body }) => body)))("$name", ({ endpoint }) => {
  const shape = (endpoint.body as z.ZodObject).shape;

  test("422 for a field that it does not know, by name", async () => {
    const given = ((await bodyOf(endpoint)) ?? {}) as object;
    for (const field of ["nonsense", "organization_id", "owner_id", "id"]) {
      const answer = await request(endpoint, full.key, undefined, { ...given, [field]: UNKNOWN_ID });
      expect(answer.status).toBe(422);
      expect(answer.body.errors).toMatchObject([{ code: "validation_error", field }]);
    }
  });

  test.each(Object.keys(shape))("422 for %s of another type, by name", async (field) => {
    const given = ((await bodyOf(endpoint)) ?? {}) as object;
    const answer = await request(endpoint, full.key, undefined, { ...given, [field]: { wrong: [] } });
    expect(answer.status).toBe(422);
    expect(answer.body.errors).toMatchObject([{ code: "validation_error", field }]);
  });

  const required = Object.entries(shape).filter(
    ([, field]) => !(field as z.ZodType).safeParse(undefined).success,
  );
  if (required.length > 0) {
    test("422 for an empty body, naming each field that is required", async () => {
      const answer = await request(endpoint, full.key, undefined, {});
      expect(answer.status).toBe(422);
      expect(answer.body.errors).toEqual(
        required.map(([field]) => ({ code: "validation_error", message: `${field} is required`, field })),
      );
    });
  }

  test("400 and 415 for what is no JSON object", async () => {
    const path = await pathOf(endpoint, owner);
    const { method } = endpoint;
    expect((await call(full.key, path, { method, body: "[" })).status).toBe(400);
    expect((await call(full.key, path, { method, body: "[]" })).status).toBe(400);
    const headers = { "Content-Type": "text/plain" };
    expect((await call(full.key, path, { method, body: "{}", headers })).status).toBe(415);
  });
});

const paths = [...new Set(guarded.map(({ path }) => path))].map((path) => ({ path }));
test.each(paths)("$path serves the catalogue's methods, and no others", async ({ path }) => {
  const methods = catalogue.filter((endpoint) => endpoint.path === path).map(({ method }) => method);
  const answer = await call(
    full.key,
    filled(path, () => UNKNOWN_ID),
    { method: "OPTIONS" },
  );
  expect(answer.headers.get("Allow")?.split(", ").sort()).toEqual(
    [...methods, ...(methods.includes("GET") ? ["HEAD"] : []), "OPTIONS"].sort(),
  );
});

const open = catalogue.filter(({ perMinute }) => perMinute !== undefined);
test.each(named(open))("$name: needs no key, and is open so often to one address", async ({ endpoint }) => {
  const { method, path, perMinute = 0 } = endpoint;
  const from = { method, body: "not JSON", address: someAddress() };
  for (let calls = 0; calls < perMinute; calls++) {
    const { headers, status } = await call(calls % 2 === 0 ? null : full.key, path, from);
    expect(status).not.toBe(429);
    expect(headers.get("X-RateLimit-Remaining")).toBe(String(perMinute - calls - 1));
  }
  const { status, headers } = await call(full.key, path, from);
  expect(status).toBe(429);
  expect(headers.get("Retry-After")).toMatch(/^\d+$/);
  expect(headers.get("X-RateLimit-Limit")).toBe(String(perMinute));
  expect((await call(null, path, { ...from, address: someAddress() })).status).not.toBe(429);
});

describe("the document", () => {
  test("needs no key, looks at none, and is outside the envelope", async () => {
    for (const key of [null, full.key, "pk_live_x"]) {
      const answer = await call(key, "/openapi.json");
      expect(answer.status).toBe(200);
      expect(answer.headers.get("Content-Type")).toBe("application/json");
      expect(JSON.parse(answer.text)).toMatchObject({ openapi: "3.1.0" });
    }
  });
});
