import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Browser } from "@/lib/testing/browser";
import { type TcpProxy, tcpProxy } from "@/scripts/test/tcp-proxy";
import { startTestServer, type TestServer } from "@/scripts/test/test-server";
import { makeAccount } from "./testing/account";

const SHOWN_AS = "keys.example.com";

describe("a form that another site posts", () => {
  const form = () => {
    const body = new FormData();
    body.set("name", "x");
    return body;
  };

  test.each(["https://evil.example", "null", "nonsense", "http://127.0.0.1:1"])(
    "from %s is refused with 403 and a short text",
    async (origin) => {
      for (const path of ["/sign-up", "/settings/profile"]) {
        const response = await new Browser().send(path, {
          method: "POST",
          body: form(),
          headers: { origin },
        });
        expect(response.status).toBe(403);
        expect(await response.text()).toBe("Refused: this was not sent from a page of this site.");
        expect(response.headers.get("content-security-policy")).toContain("default-src 'self'");
      }
    },
  );

  test("so is a server action", async () => {
    const headers = { origin: "https://evil.example", "next-action": "0".repeat(42) };
    const response = await new Browser().send("/settings/profile", { method: "POST", body: "[]", headers });
    expect(response.status).toBe(403);
  });

  test("our own pages' forms are taken, by whatever name people reach us", async () => {
    const headers = { origin: `https://${SHOWN_AS}`, "x-forwarded-host": SHOWN_AS };
    const response = await new Browser().submit("/sign-up", "Create account", { name: "Ada" }, headers);
    expect(response.status).toBe(200);
    expect(await response.text()).toContain("E-mail is required.");
  });
});

describe("while the database is away", () => {
  const START_MS = 60_000;
  let database: TcpProxy;
  let server: TestServer;
  let session: Browser;

  beforeAll(async () => {
    const url = new URL(process.env.DATABASE_URL as string);
    database = await tcpProxy(Number(url.port));
    url.port = String(database.port);
    const NEXTAUTH_SECRET = process.env.NEXTAUTH_SECRET as string;
    server = await startTestServer(url.href, { name: "server-without-database", NEXTAUTH_SECRET });
    const { email, password } = await makeAccount();
    session = new Browser();
    await session.signIn(email, password);
    database.close();
  }, START_MS);
  afterAll(() => server.stop(), START_MS);

  const get = (path: string, headers = {}) => session.get(new URL(path, server.env.BASE_URL).href, headers);

  test.each(["/", "/settings/api-keys", "/settings/profile", "/sign-in", "/nothing"])(
    "%s says so with 503 and offers to try again",
    async (path) => {
      const response = await get(path);
      expect(response.status).toBe(503);
      expect(response.headers.get("retry-after")).toBe("5");
      expect(response.headers.get("cache-control")).toBe("no-store");
      const text = await response.text();
      expect(text).toContain("Prepzo is briefly unavailable");
      expect(text).toContain("Try again");
    },
  );

  test("so is a page's payload, on which the browser loads the whole page", async () => {
    expect((await get("/settings/profile", { rsc: "1" })).status).toBe(503);
  });

  test("the documentation is there", async () => {
    expect((await get("/docs")).status).toBe(200);
    expect((await get("/docs/errors")).status).toBe(200);
  });

  test("signing in is refused with 503, as JSON where that was asked for", async () => {
    const response = await get("/api/auth/session");
    expect(response.status).toBe(503);
    expect(response.headers.get("retry-after")).toBe("5");
  });
});
