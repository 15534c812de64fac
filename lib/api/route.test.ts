import { beforeAll, expect, test, vi } from "vitest";
import { z } from "zod";
import { mint } from "@/lib/api-keys/token";
import { candidates } from "@/lib/resources/candidates";
import { endpoint } from "./endpoint";
import { one } from "./envelope";
import { routes } from "./route";

// A port on which nothing listens: to the code under test this is a database that is away.
beforeAll(() => {
  vi.stubEnv("DATABASE_URL", "postgresql://nobody@127.0.0.1:1/nothing");
  vi.stubEnv("NEXTAUTH_SECRET", "only for this test");
  vi.stubEnv("SECRETS_KEY", `1:${"A".repeat(43)}=`);
  vi.stubEnv("LOG_LEVEL", "silent");
});

const { GET, HEAD } = routes(candidates.list, candidates.create);

function request(key: string): Request {
  return new Request("http://api.test/api/v1/candidates", { headers: { Authorization: `Bearer ${key}` } });
}

test("503: while the database is away a well-formed key gets no verdict, and so no challenge", async () => {
  const answer = await GET(request(mint().key), { params: Promise.resolve(undefined) });
  expect(answer.status).toBe(503);
  expect(await answer.text()).toBe(
    '{"success":false,"data":null,"errors":[{"code":"server_error","message":"Something went wrong on our side"}]}',
  );
  expect(Number(answer.headers.get("Retry-After"))).toBeGreaterThan(0);
  expect(answer.headers.get("WWW-Authenticate")).toBeNull();
  expect(answer.headers.get("X-RateLimit-Limit")).not.toBeNull();
  expect(answer.headers.get("X-Request-Id")).not.toBeNull();
});

test("401: what is no key by its form needs no database", async () => {
  const answer = await GET(request("pk_live_x"), { params: Promise.resolve(undefined) });
  expect(answer.status).toBe(401);
});

test("HEAD answers without a body", async () => {
  const head = new Request("http://api.test/api/v1/candidates", { method: "HEAD" });
  const answer = await HEAD(head, { params: Promise.resolve(undefined) });
  expect(answer.status).toBe(401);
  expect(answer.body).toBeNull();
});

test("503: requests that stay in each other's way may come again", async () => {
  const busy = endpoint({
    method: "GET",
    path: "/busy",
    id: "busy.get",
    summary: "Always busy",
    scope: "public",
    response: one(z.object({})),
    run: () => {
      throw Object.assign(new Error("write conflict or deadlock"), { code: "P2034" });
    },
  });
  const answer = await routes(busy).GET(new Request("http://api.test/api/v1/busy"), {
    params: Promise.resolve(undefined),
  });
  expect(answer.status).toBe(503);
  expect(Number(answer.headers.get("Retry-After"))).toBeGreaterThan(0);
});
