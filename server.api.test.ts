import { expect, test } from "vitest";
import { send } from "@/lib/testing/call";

test.each(["live", "ready"])("the health check /api/health/%s answers, uncached", async (name) => {
  const response = await fetch(`${process.env.BASE_URL}/api/health/${name}`);
  expect(response.status).toBe(200);
  expect(response.headers.get("cache-control")).toContain("no-store");
  expect(await response.json()).toEqual({ status: name });
});

test("an upgrade to another protocol is answered as the HTTP request that it also is", async () => {
  // What `curl --http2` sends; its own `Connection: close` follows.
  const upgrade = ["Connection: Upgrade, HTTP2-Settings", "Upgrade: h2c", "HTTP2-Settings: AAMAAABkAAQAAP__"];
  expect(await send("GET /api/health/live HTTP/1.1", ...upgrade)).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
});

test("a head that is too large is refused, and the server lives on", async () => {
  const refusal = await send("GET /api/health/live HTTP/1.1", `X-Large: ${"x".repeat(20_000)}`);
  expect(refusal).toMatch(/^HTTP\/1\.1 431 [\s\S]*\r\nX-Request-Id: /);
  expect(JSON.parse(refusal.split("\r\n\r\n")[1] as string)).toMatchObject({
    success: false,
    errors: [{ code: "invalid_request" }],
  });
  expect(await send("GET /api/health/live HTTP/1.1")).toMatch(/^HTTP\/1\.1 200 /);
});

test.each(["ftp://", "ftp://x", "*", "http://[/", "//", "/%"])(
  "the target %s is answered, and the server lives on",
  async (target) => {
    expect(await send(`GET ${target} HTTP/1.1`)).toMatch(/^HTTP\/1\.1 \d/);
    expect(await send("GET /api/health/live HTTP/1.1")).toMatch(/^HTTP\/1\.1 200 /);
  },
);

test.each(["GET *", "OPTIONS *", "GET /docs/%E0%A4%A", "GET http://?key=1"])(
  "%s is a bad request",
  async (target) => {
    expect(await send(`${target} HTTP/1.1`)).toMatch(/^HTTP\/1\.1 400 /);
  },
);

test("an expectation that nobody knows is no reason to refuse", async () => {
  expect(await send("GET /api/health/live HTTP/1.1", "Expect: miracles")).toMatch(/^HTTP\/1\.1 200 /);
});
