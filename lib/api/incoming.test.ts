import { createServer, type IncomingHttpHeaders } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { normalize } from "./incoming";
import { parseProxies } from "./peer";

type Seen = { method: string; url: string; headers: IncomingHttpHeaders; rawHeaders: string[] };
let trusting = false;
const server = createServer((request, response) => {
  normalize(request, parseProxies(trusting ? "127.0.0.1" : ""));
  const { method, url, headers, rawHeaders } = request;
  response.end(JSON.stringify({ method, url, headers, rawHeaders }));
});

beforeAll(() => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve)));
afterAll(() => new Promise((resolve) => server.close(resolve)));

async function seen(lines: string[], { behindProxy = false } = {}): Promise<Seen> {
  trusting = behindProxy;
  const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
  socket.end([...lines, "Host: api.example", "Connection: close", "", ""].join("\r\n"));
  let answer = "";
  for await (const chunk of socket) answer += chunk;
  return JSON.parse(answer.slice(answer.indexOf("\r\n\r\n")));
}

const CLAIMS = [
  "X-Prepzo-Address: 6.6.6.6",
  "X-Forwarded-For: 6.6.6.6, 198.51.100.1",
  "X-Forwarded-Host: evil.example",
  "X-Forwarded-Proto: https",
  "X-Forwarded-Port: 1",
  "Forwarded: for=6.6.6.6",
  "X-Real-IP: 6.6.6.6",
];

test("what a client claims about itself is replaced by what is true", async () => {
  const { headers } = await seen(["GET / HTTP/1.1", ...CLAIMS]);
  expect(headers).toEqual({
    host: "api.example",
    connection: "close",
    "x-prepzo-address": "127.0.0.1",
    "x-forwarded-host": "api.example",
    "x-forwarded-proto": "http",
  });
});

test("readers of the raw lines find the same as readers of the headers", async () => {
  for (const behindProxy of [true, false]) {
    const lines = [
      "GET /api/v1/candidates HTTP/1.1",
      ...CLAIMS,
      "Authorization: Bearer a",
      "Authorization: Bearer b",
    ];
    const { headers, rawHeaders } = await seen(lines, { behindProxy });
    expect(rawHeaders).toEqual(Object.entries(headers).flat());
  }
});

test("a trusted proxy is believed about the client's address, host and protocol", async () => {
  const { headers } = await seen(["GET / HTTP/1.1", ...CLAIMS], { behindProxy: true });
  expect(headers["x-prepzo-address"]).toBe("198.51.100.1");
  expect(headers["x-forwarded-host"]).toBe("evil.example");
  expect(headers["x-forwarded-proto"]).toBe("https");
  expect(Object.keys(headers)).not.toContain("x-forwarded-for");
});

test("an unknown client has no address, not even a claimed one", async () => {
  const lines = ["GET / HTTP/1.1", "X-Prepzo-Address: 6.6.6.6", "X-Forwarded-For: nonsense"];
  expect((await seen(lines, { behindProxy: true })).headers).not.toHaveProperty("x-prepzo-address");
});

test("two Authorization lines reach the API as one that is no credential", async () => {
  const lines = ["GET /api/v1/candidates HTTP/1.1", "Authorization: Bearer a", "Authorization: Bearer b"];
  expect((await seen(lines)).headers.authorization).toBe("Bearer a, Bearer b");
});

test("an unusual path of the API leads nowhere, with its query", async () => {
  expect((await seen(["GET /api/v1//candidates?limit=2 HTTP/1.1"])).url).toBe("/api/v1/-/unknown?limit=2");
});

test.each(["PROPFIND", "TRACE", "SEARCH"])("%s becomes a method that no endpoint serves", async (method) => {
  expect((await seen([`${method} /api/v1/candidates HTTP/1.1`])).method).toBe("PUT");
  expect((await seen([`${method} /settings HTTP/1.1`])).method).toBe(method);
});
