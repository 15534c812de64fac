import { beforeAll, describe, expect, test } from "vitest";
import { call, type Row, send } from "@/lib/testing/call";
import { candidateFields, type Key, makeKey, makePerson, type Person } from "@/lib/testing/seed";

let owner: Person;
let reader: Key;
let full: Key;

beforeAll(async () => {
  owner = await makePerson();
  reader = await makeKey(owner, ["candidates:read"]);
  full = await makeKey(owner, ["candidates:read", "candidates:write"]);
});

const body = (code: string, message: string, field?: string) => ({
  success: false,
  data: null,
  errors: [field ? { code, message, field } : { code, message }],
});
const post = (sent: unknown, headers: Record<string, string> = {}) =>
  call(full.key, "/candidates", { method: "POST", body: sent, headers });

describe("each row of the error table", () => {
  test.each(["{", "[]", "null", '"text"', ""])("400: the body %j", async (text) => {
    const answer = await post(text);
    expect(answer.status).toBe(400);
    expect(answer.body).toEqual(body("invalid_request", "The request body must be a JSON object"));
  });

  test("401: no key", async () => expect((await call(null, "/candidates")).status).toBe(401));

  test("403: a read-only key cannot create a candidate, and is told which scope it lacks", async () => {
    const answer = await call(reader.key, "/candidates", { method: "POST", body: candidateFields() });
    expect(answer.status).toBe(403);
    expect(answer.text).toBe(
      '{"success":false,"data":null,"errors":[{"code":"forbidden","message":"Insufficient permissions"}]}',
    );
    expect(answer.headers.get("WWW-Authenticate")).toBe(
      'Bearer error="insufficient_scope", scope="candidates:write"',
    );
  });

  test("404: an id that is unknown, deleted or none at all, in the same words", async () => {
    const { data } = (await post(candidateFields())).body;
    await call(full.key, `/candidates/${data.id}`, { method: "DELETE" });
    for (const id of [data.id, "01900000-0000-7000-8000-000000000000", "1", "null", "current"]) {
      for (const method of ["GET", "DELETE"]) {
        const answer = await call(full.key, `/candidates/${id}`, { method });
        expect(answer.status).toBe(404);
        expect(answer.body).toEqual(body("not_found", "Candidate not found"));
      }
    }
  });

  test.each([
    "",
    "/",
    "/candidates/",
    "//candidates",
    "/candidates%2F",
    "/candidates/%zz",
    "/candidates/./x",
    "/Candidates",
    "/candidates.json",
    "/nothing",
    "/openapi.json/",
    "/api-keys/current/nothing",
  ])("404: the path %j, never a redirect", async (path) => {
    const answer = await send(`GET /api/v1${path} HTTP/1.1`, `Authorization: Bearer ${full.key}`);
    expect(answer).toMatch(/^HTTP\/1.1 404 /);
    expect(answer).toContain(JSON.stringify(body("not_found", "Not found")));
  });

  test.each(["PUT", "PATCH", "DELETE"])("405: %s on the list, with Allow", async (method) => {
    const answer = await call(full.key, "/candidates", { method });
    expect(answer.status).toBe(405);
    expect(answer.body).toEqual(body("method_not_allowed", "Method not allowed"));
    expect(answer.headers.get("Allow")).toBe("GET, POST, HEAD, OPTIONS");
  });

  test.each(["PROPFIND", "TRACE", "PURGE"])("405: %s, which nobody serves", async (method) => {
    const answer = await send(`${method} /api/v1/candidates HTTP/1.1`, `Authorization: Bearer ${full.key}`);
    expect(answer).toMatch(/^HTTP\/1.1 405 /);
    expect(answer).toMatch(/^allow: GET, POST, HEAD, OPTIONS\r$/im);
  });

  test("409: an e-mail that is taken, in any case, by its field", async () => {
    const fields = candidateFields();
    await post(fields);
    const answer = await post({ ...fields, email: String(fields.email).toUpperCase() });
    expect(answer.status).toBe(409);
    expect(answer.body).toEqual(body("duplicate", "Candidate with this email already exists", "email"));
  });

  test("413: a body over 1 MiB", async () => {
    const answer = await post(candidateFields({ location: "x".repeat(1024 * 1024) }));
    expect(answer.status).toBe(413);
    expect(answer.body).toEqual(body("payload_too_large", "The request body is too large"));
  });

  test.each(["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"])(
    "415: %s",
    async (type) => {
      const answer = await post("{}", { "Content-Type": type });
      expect(answer.status).toBe(415);
      expect(answer.body).toEqual(body("unsupported_media_type", "Content-Type must be application/json"));
    },
  );

  test("422: a required field that is missing, in the published words", async () => {
    const answer = await post({ full_name: "Ada Lovelace" });
    expect(answer.status).toBe(422);
    expect(answer.body).toEqual(body("validation_error", "email is required", "email"));
  });

  test("422: one entry for each fault", async () => {
    const answer = await post({ full_name: 1, email: "x", tags: ["ok", ""], expiry: "never" });
    expect(answer.body.errors?.map(({ field }) => field)).toEqual(["full_name", "email", "tags.1", "expiry"]);
  });

  test.each([
    ["?limit=0", "limit"],
    ["?limit=101", "limit"],
    ["?limit=1.5", "limit"],
    ["?limit=ten", "limit"],
    ["?limit=", "limit"],
    ["?limit=5&limit=5", "limit"],
    ["?offset=-1", "offset"],
    ["?offset=1000001", "offset"],
    ["?created_after=yesterday", "created_after"],
    ["?created_before=0000-01-01", "created_before"],
    ["?search=%00", "search"],
    ["?serach=ada", "serach"],
    ["?constructor=1", "constructor"],
    ["?__proto__=1", "__proto__[]"],
    ["?cursor=x", "cursor"],
  ])("422: the query %s", async (query, field) => {
    const answer = await call(full.key, `/candidates${query}`);
    expect(answer.status).toBe(422);
    expect(answer.body.errors).toMatchObject([{ code: "validation_error", field }]);
  });

  test("a body where none is taken: 422 for its fields, 400 for what is none, nothing wrong with an empty one", async () => {
    const { data } = (await post(candidateFields())).body;
    const remove = (sent?: unknown) =>
      call(full.key, `/candidates/${data.id}`, { method: "DELETE", body: sent });
    const answer = await remove({ reason: "Moved away" });
    expect(answer.status).toBe(422);
    expect(answer.body.errors).toMatchObject([{ code: "validation_error", field: "reason" }]);
    expect((await remove("[")).status).toBe(400);
    expect((await remove({})).status).toBe(200);
  });

  test("422: a query where none is taken", async () => {
    const answer = await call(full.key, "/api-keys/current?fields=all");
    expect(answer.body.errors).toMatchObject([{ field: "fields" }]);
  });
});

describe("the order of checks", () => {
  const wrong = { method: "POST", body: "{" };

  test("401 comes before 404 and 405", async () => {
    expect((await call(null, "/nothing")).status).toBe(401);
    expect((await call(null, "/candidates", { method: "PUT" })).status).toBe(401);
    expect((await call(null, "/candidates", { method: "OPTIONS" })).status).toBe(401);
    expect((await call(null, "/openapi.json", { method: "POST" })).status).toBe(401);
  });

  test("404 and 405 come before the scope", async () => {
    const { key } = await makeKey(owner, ["offers:read"]);
    expect((await call(key, "/nothing", wrong)).status).toBe(404);
    expect((await call(key, "/candidates", { method: "PUT" })).status).toBe(405);
  });

  test("the scope comes before what is sent", async () => {
    expect((await call(reader.key, "/candidates", wrong)).status).toBe(403);
    const { key } = await makeKey(owner, ["offers:read"]);
    expect((await call(key, "/candidates?limit=0")).status).toBe(403);
    expect((await call(key, "/candidates/1")).status).toBe(403);
  });

  test("413 comes before 415, 415 before 400, 400 before 422", async () => {
    const big = "x".repeat(1024 * 1024 + 1);
    expect((await post(big, { "Content-Type": "text/plain" })).status).toBe(413);
    expect((await post("{", { "Content-Type": "text/plain" })).status).toBe(415);
    const both = await call(full.key, "/candidates?x=1", wrong);
    expect(both.status).toBe(400);
  });
});

describe("every answer", () => {
  test("carries our own request id, the limits and no-store, whatever it is", async () => {
    const given = { "X-Request-Id": "01900000-0000-7000-8000-000000000000" };
    const answers = await Promise.all([
      call(full.key, "/candidates", { headers: given }),
      call(full.key, "/candidates", { method: "PUT", headers: given }),
      call(full.key, "/candidates", { method: "OPTIONS", headers: given }),
      call(full.key, "/candidates", { method: "HEAD", headers: given }),
      call(full.key, "/nothing", { headers: given }),
      call(full.key, "/candidates?limit=0", { headers: given }),
      call(null, "/candidates", { headers: given }),
      call(null, "/openapi.json", { headers: given }),
    ]);
    const ids = answers.map(({ headers }) => headers.get("X-Request-Id"));
    expect(new Set([...ids, given["X-Request-Id"]]).size).toBe(answers.length + 1);
    for (const { headers } of answers) {
      expect(headers.get("X-Request-Id")).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-/);
      expect(headers.get("Cache-Control")).toBe("no-store");
      for (const name of ["Limit", "Remaining", "Reset"]) {
        expect(headers.get(`X-RateLimit-${name}`)).toMatch(/^\d+$/);
      }
      expect([...headers.keys()].filter((name) => name.startsWith("access-control"))).toEqual([]);
      expect(headers.get("Set-Cookie")).toBeNull();
    }
  });

  test("to HEAD is that of GET without a body; to OPTIONS only Allow", async () => {
    const head = await call(full.key, "/candidates", { method: "HEAD" });
    expect([head.status, head.text]).toEqual([200, ""]);
    const options = await call(full.key, "/candidates", {
      method: "OPTIONS",
      headers: { Origin: "https://evil.test", "Access-Control-Request-Method": "POST" },
    });
    expect([options.status, options.text, options.headers.get("Allow")]).toEqual([
      204,
      "",
      "GET, POST, HEAD, OPTIONS",
    ]);
  });
});

test("a create answers 201 with where the row is", async () => {
  const answer = await post(candidateFields());
  expect(answer.status).toBe(201);
  expect(answer.headers.get("Location")).toBe(`/api/v1/candidates/${answer.body.data.id}`);
  const location = answer.headers.get("Location")?.replace("/api/v1", "") ?? "";
  expect((await call<Row>(full.key, location)).body.data).toEqual(answer.body.data);
});
