import { randomUUID } from "node:crypto";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { candidateFields, makeKey, makePerson } from "@/lib/testing/seed";
import { startTestServer, type TestServer } from "@/scripts/test/test-server";

const START_MS = 60_000;
let other: TestServer;
let all: string;
let reader: string;

/** The server under test has the fast lane; this one, on the same database, has the API behind Next.js. */
beforeAll(async () => {
  other = await startTestServer(process.env.DATABASE_URL as string, { name: "next-lane", FAST_LANE: "off" });
  const person = await makePerson();
  all = (await makeKey(person, ["*"])).key;
  reader = (await makeKey(person, ["jobs:read"], { expires_at: new Date("2099-01-01T00:00:00Z") })).key;
}, START_MS);
afterAll(() => other.stop(), START_MS);

/** What is ours in an answer. Counters and ids differ from call to call: of them only the presence counts. */
const OURS =
  /^(content-type|cache-control|www-authenticate|allow|location|retry-after|x-api-key-expires-at|x-ratelimit-limit)$/;
const PRESENT = /^(x-request-id|x-ratelimit-remaining|x-ratelimit-reset)$/;
const ID = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const TIME = /\d{4}-\d\d-\d\dT[\d:.]+Z/g;

async function ask(base: string, lines: string[], body: string) {
  const { hostname, port } = new URL(base);
  const socket = connect(Number(port), hostname);
  const length = body ? [`Content-Length: ${Buffer.byteLength(body)}`] : [];
  socket.write([...lines, ...length, "Host: api.test", "Connection: close", "", body].join("\r\n"), "latin1");
  const answer = await text(socket);
  const [head = "", ...rest] = answer.split("\r\n\r\n");
  const [status = "", ...fields] = head.split("\r\n");
  const headers = fields.map((line) => {
    const colon = line.indexOf(":");
    const name = line.slice(0, colon).toLowerCase();
    return [
      name,
      PRESENT.test(name)
        ? "(present)"
        : line
            .slice(colon + 1)
            .trim()
            .replace(ID, "(id)"),
    ] as const;
  });
  const chunked = headers.some(([name, value]) => name === "transfer-encoding" && value === "chunked");
  return {
    status: status.split(" ")[1],
    headers: Object.fromEntries(headers.filter(([name]) => OURS.test(name) || PRESENT.test(name)).sort()),
    body: (chunked ? unchunked(rest.join("\r\n\r\n")) : rest.join("\r\n\r\n"))
      .replace(ID, "(id)")
      .replace(TIME, "(time)"),
  };
}

function unchunked(body: string): string {
  const [, size, rest] = /^([0-9a-f]+)\r\n([\s\S]*)$/i.exec(body) ?? [];
  if (!size || rest === undefined || Number.parseInt(size, 16) === 0) return "";
  const bytes = Buffer.from(rest);
  const length = Number.parseInt(size, 16);
  return bytes.subarray(0, length).toString() + unchunked(bytes.subarray(length + 2).toString());
}

const bearer = (key: () => string) => () => `Authorization: Bearer ${key()}`;
const [asAll, asReader] = [bearer(() => all), bearer(() => reader)];
const json = () => "Content-Type: application/json";
const create = (fields: Record<string, unknown>) => () => JSON.stringify(candidateFields(fields));

type Case = [name: string, request: string, headers: (() => string)[], body?: () => string];
const CASES: Case[] = [
  ["no credential", "GET /api/v1/candidates", []],
  ["an unknown credential", "GET /api/v1/candidates", [() => "Authorization: Bearer pk_live_nothing"]],
  ["another scheme", "GET /api/v1/candidates", [() => "Authorization: Basic abc"]],
  ["two Authorization lines", "GET /api/v1/candidates", [asAll, asAll]],
  ["a list", "GET /api/v1/candidates?limit=2", [asAll]],
  ["a missing scope", "GET /api/v1/candidates", [asReader]],
  ["a key that will expire", "GET /api/v1/api-keys/current", [asReader]],
  ["HEAD", "HEAD /api/v1/candidates", [asAll]],
  ["OPTIONS", "OPTIONS /api/v1/candidates", [asAll]],
  ["OPTIONS without a credential", "OPTIONS /api/v1/candidates", []],
  ["a method that nothing serves", "PUT /api/v1/candidates", [asAll]],
  ["a method of another protocol", "PROPFIND /api/v1/candidates", [asAll]],
  ["an unknown path", "GET /api/v1/nothing", [asAll]],
  ["the bare base path", "GET /api/v1", [asAll]],
  ["a trailing slash", "GET /api/v1/candidates/", [asAll]],
  ["a double slash", "GET /api/v1//candidates", [asAll]],
  ["an escaped slash", "GET /api/v1/candidates%2F", [asAll]],
  ["a malformed escape", "GET /api/v1/candidates/%ZZ", [asAll]],
  ["a malformed escape in the query", "GET /api/v1/candidates?search=%ZZ", [asAll]],
  ["an id that is none", "GET /api/v1/candidates/42", [asAll]],
  ["an id of nobody", `GET /api/v1/candidates/${randomUUID()}`, [asAll]],
  ["an unknown filter", "GET /api/v1/candidates?nothing=1", [asAll]],
  ["a filter given twice", "GET /api/v1/candidates?limit=1&limit=2", [asAll]],
  ["a create", "POST /api/v1/candidates", [asAll, json], create({ full_name: "Lane" })],
  ["a create with faults", "POST /api/v1/candidates", [asAll, json], create({ email: 1, nothing: true })],
  ["a body that is not JSON", "POST /api/v1/candidates", [asAll, json], () => "{"],
  ["a body that is no object", "POST /api/v1/candidates", [asAll, json], () => "[]"],
  ["__proto__ in a body", "POST /api/v1/candidates", [asAll, json], () => '{"__proto__":{"a":1}}'],
  [
    "a body of another type",
    "POST /api/v1/candidates",
    [asAll, () => "Content-Type: text/plain"],
    create({}),
  ],
  ["no body", "POST /api/v1/candidates", [asAll, json]],
  [
    "a body that is too large",
    "POST /api/v1/candidates",
    [asAll, json],
    () => `{"a":"${"x".repeat(1_100_000)}"}`,
  ],
];

describe("both lanes answer alike", () => {
  test.each(CASES)("%s", async (_, request, headers, body = () => "") => {
    const lines = [`${request} HTTP/1.1`, ...headers.map((header) => header())];
    const forwarded = "X-Forwarded-For: 2001:db8:1:2::3";
    const [fast, slow] = [
      await ask(process.env.BASE_URL as string, [...lines, forwarded], body()),
      await ask(other.env.BASE_URL as string, [...lines, forwarded], body()),
    ];
    // Two creates are two rows: their e-mail addresses differ.
    const same = (answer: typeof fast) => ({
      ...answer,
      body: answer.body.replace(/[^"]+@candidate\.test/g, "(email)"),
    });
    expect(same(slow)).toEqual(same(fast));
    expect(fast.headers).toHaveProperty("x-request-id");
  });
});
