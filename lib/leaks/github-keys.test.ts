import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { env } from "@/lib/env";
import {
  listedKey,
  listing,
  playKeyList,
  type SigningKey,
  signed,
  signingKey,
} from "@/lib/testing/secret-scanning";
import { githubKey } from "./github-keys";
import { requireGithub } from "./github-signature";

const now = new Date("2026-11-25T12:00:00Z");
const after = (seconds: number) => new Date(now.getTime() + seconds * 1_000);

let list: Awaited<ReturnType<typeof playKeyList>>;
let key: SigningKey;

/** A process that has just begun, and a GitHub of its own. */
beforeEach(async () => {
  key = signingKey("current");
  list = await playKeyList(0, listing(key.listed));
  Object.defineProperty(globalThis, Symbol.for("prepzo"), {
    value: new Map(),
    configurable: true,
    writable: true,
  });
  vi.stubEnv("GITHUB_SECRET_SCANNING_KEYS_URL", list.url);
  vi.stubEnv("DATABASE_URL", "postgresql://nowhere");
  vi.stubEnv("NEXTAUTH_SECRET", "of no importance here");
  vi.stubEnv("SECRETS_KEY", `1:${Buffer.alloc(32).toString("base64")}`);
  vi.stubEnv("LOG_LEVEL", "silent");
  expect(env().GITHUB_SECRET_SCANNING_KEYS_URL).toBe(list.url);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await list.close();
});

const unavailable = (seconds: string) => ({ status: 503, headers: { "Retry-After": seconds } });

test("a known key is not asked for again within a day, and then is", async () => {
  expect(await githubKey("current", now)).not.toBeNull();
  expect(await githubKey("current", after(86_399))).not.toBeNull();
  expect(list.asked).toBe(1);
  list.answer = listing(signingKey("another").listed);
  expect(await githubKey("current", after(86_400))).toBeNull();
  expect(list.asked).toBe(2);
});

test("an unknown id is looked for once a minute at most, and a new key is found then", async () => {
  expect(await githubKey("made up", now)).toBeNull();
  list.answer = listing(key.listed, signingKey("new").listed);
  expect(await githubKey("new", after(59))).toBeNull();
  expect(list.asked).toBe(1);
  expect(await githubKey("new", after(60))).not.toBeNull();
  expect(list.asked).toBe(2);
});

test("those who ask at the same time are answered by one look", async () => {
  const found = await Promise.all(Array.from({ length: 20 }, () => githubKey("current", now)));
  expect(found.every(Boolean)).toBe(true);
  expect(list.asked).toBe(1);
});

test("keys that are not current count, those of another curve do not", async () => {
  list.answer = listing(signingKey("old", false).listed, signingKey("other", true, "secp384r1").listed, {
    ...key.listed,
    key: "nonsense",
  });
  expect(await githubKey("old", now)).not.toBeNull();
  expect(await githubKey("other", now)).toBeNull();
  expect(await githubKey("current", now)).toBeNull();
});

test.each<[string, () => typeof list.answer]>([
  ["answers 500", () => (_, response) => response.writeHead(500).end()],
  ["is no JSON", () => (_, response) => response.end("<html>")],
  ["has another form", () => (_, response) => response.end('{"keys":[]}')],
  ["is empty", () => listing()],
  ["cuts the connection", () => (request) => request.socket.destroy()],
  ["is too large", () => listing(key.listed, listedKey("padding", "x".repeat(64 * 1024)))],
  [
    "leads elsewhere",
    () => (_, response) => response.writeHead(302, { Location: `${list.url}?elsewhere` }).end(),
  ],
])("503 where the list %s; a minute later it is tried again", async (_, answer) => {
  list.answer = answer();
  await expect(githubKey("current", now)).rejects.toMatchObject(unavailable("60"));
  expect(list.asked).toBe(1);
  list.answer = listing(key.listed);
  await expect(githubKey("current", after(45))).rejects.toMatchObject(unavailable("15"));
  expect(list.asked).toBe(1);
  expect(await githubKey("current", after(60))).not.toBeNull();
});

test("503 where the list does not come in time", { timeout: 15_000 }, async () => {
  list.answer = (_, response) => {
    response.writeHead(200).write('{"public_keys":[');
  };
  await expect(githubKey("current", now)).rejects.toMatchObject(unavailable("60"));
});

test("known keys are good while the list cannot be read; an unknown one cannot be judged", async () => {
  await githubKey("current", now);
  list.answer = (_, response) => response.writeHead(500).end();
  await expect(githubKey("new", after(60))).rejects.toMatchObject(unavailable("60"));
  expect(await githubKey("current", after(61))).not.toBeNull();
});

test("what has no signature in the right form is refused without asking GitHub", async () => {
  const bytes = Buffer.from("[]");
  for (const headers of [
    {},
    { "Github-Public-Key-Identifier": "current" },
    { "Github-Public-Key-Signature": "MEUC" },
    { "Github-Public-Key-Identifier": "../..", "Github-Public-Key-Signature": "MEUC" },
    { "Github-Public-Key-Identifier": "current", "Github-Public-Key-Signature": "no base64!" },
  ] as Record<string, string>[]) {
    await expect(requireGithub({ headers: new Headers(headers), bytes }, now)).rejects.toMatchObject({
      status: 401,
      message: "Invalid or missing signature",
    });
  }
  expect(list.asked).toBe(0);
  await requireGithub({ headers: new Headers(signed(key, bytes)), bytes }, now);
});
