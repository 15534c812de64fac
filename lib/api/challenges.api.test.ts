import {
  allowInsecureRequests,
  customFetch,
  protectedResourceRequest,
  WWWAuthenticateChallengeError,
} from "oauth4webapi";
import { beforeAll, expect, test } from "vitest";
import { mint } from "@/lib/api-keys/token";
import { someAddress } from "@/lib/testing/call";
import { type Key, makeKey, makePerson, type Person } from "@/lib/testing/seed";

const PAST = new Date("2026-01-01T00:00:00Z");

let owner: Person;
let reader: Key;

beforeAll(async () => {
  owner = await makePerson();
  reader = await makeKey(owner, ["candidates:read"]);
});

type Change = (headers: Headers) => void;

/** The challenges in an answer, as a client of somebody else's reads them (RFC 9110, RFC 6750); null for none. */
async function challengesTo(token: string, path = "/candidates", change: Change = () => {}) {
  const url = new URL(`${process.env.BASE_URL}/api/v1${path}`);
  const asked = protectedResourceRequest(token, "GET", url, undefined, undefined, {
    [allowInsecureRequests]: true,
    [customFetch]: (
      target: string,
      { headers, method }: { headers: Record<string, string>; method: string },
    ) => {
      const sent = new Headers(headers);
      sent.set("X-Forwarded-For", someAddress());
      change(sent);
      return fetch(target, { headers: sent, method });
    },
  });
  const answer = await asked.catch((error) => error);
  if (!(answer instanceof WWWAuthenticateChallengeError)) return { status: answer.status, challenges: null };
  return { status: answer.status, challenges: answer.cause };
}

const invalidToken = (error_description?: string) => ({
  status: 401,
  challenges: [
    {
      scheme: "bearer",
      parameters: {
        realm: "prepzo",
        error: "invalid_token",
        ...(error_description && { error_description }),
      },
    },
  ],
});

test("a good key meets no challenge", async () => {
  expect(await challengesTo(reader.key)).toEqual({ status: 200, challenges: null });
});

test("no credential, or one of another scheme: the scheme and the realm, and no error", async () => {
  const bare = { status: 401, challenges: [{ scheme: "bearer", parameters: { realm: "prepzo" } }] };
  expect(await challengesTo("x", undefined, (headers) => headers.delete("Authorization"))).toEqual(bare);
  expect(await challengesTo("x", undefined, (headers) => headers.set("Authorization", "Basic eDp5"))).toEqual(
    bare,
  );
});

test("a key that is malformed or never was: invalid_token, and nothing more", async () => {
  for (const key of ["x", "pk_live_x", mint().key]) expect(await challengesTo(key)).toEqual(invalidToken());
});

test.each([
  ["expired", { expires_at: PAST }, "The API key expired"],
  ["revoked", { revoked_at: PAST }, "The API key was revoked"],
  ["disabled", { enabled: false }, "The API key is disabled"],
])("a key that is %s: invalid_token, with what became of it", async (_, columns, description) => {
  const { key } = await makeKey(owner, ["candidates:read"], columns);
  expect(await challengesTo(key)).toEqual(invalidToken(description));
});

test("a key without the scope: insufficient_scope, with the scope that was needed", async () => {
  expect(await challengesTo(reader.key, "/jobs")).toEqual({
    status: 403,
    challenges: [{ scheme: "bearer", parameters: { error: "insufficient_scope", scope: "jobs:read" } }],
  });
});

test("a limit that is reached, and an unknown path, are no matter of credentials", async () => {
  const { key } = await makeKey(owner, ["candidates:read"], { rate_limit: 1 });
  expect(await challengesTo(key)).toEqual({ status: 200, challenges: null });
  expect(await challengesTo(key)).toEqual({ status: 429, challenges: null });
  expect(await challengesTo(reader.key, "/nothing")).toEqual({ status: 404, challenges: null });
});
