import { once } from "node:events";
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { root } from "../root";
import { openEmbedded } from "./embedded";
import { findPlace, type Place } from "./place";
import { findPostmaster } from "./postmaster";
import { stopServer } from "./server";

const folders: string[] = [];
let place: Place;

beforeEach(async () => {
  const folder = await mkdtemp(join(tmpdir(), "prepzo-embedded-"));
  await chmod(folder, 0o711);
  folders.push(folder);
  place = { ...(await findPlace(root)), folder: join(folder, "database") };
});

afterEach(async () => {
  if (await running()) await stopServer(place);
});

afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

const running = () => findPostmaster(join(place.folder, "cluster"));

async function query(url: string, sql: string): Promise<Record<string, unknown> | undefined> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query(sql)).rows[0];
  } finally {
    await client.end();
  }
}

test("starters at once share one server, which stops with its last user", async () => {
  const users = await Promise.all([1, 2, 3].map(() => openEmbedded(place)));
  expect(new Set(users.map(({ url }) => url)).size).toBe(1);
  const [last, ...others] = users;
  for (const user of others) await user.release();
  expect(await query(last?.url ?? "", "SELECT 1 AS one")).toEqual({ one: 1 });
  await last?.release();
  expect(await running()).toBeNull();
  expect(await readdir(join(place.folder, ".."))).toEqual(["database"]);
});

test("releases at once stop the server, and what was written is there at the next start", async () => {
  const users = await Promise.all([openEmbedded(place), openEmbedded(place)]);
  await query(users[0].url, "CREATE TABLE kept AS SELECT 42 AS answer");
  await Promise.all(users.map((user) => user.release()));
  expect(await running()).toBeNull();
  const again = await openEmbedded(place);
  expect(again.url).toBe(users[0].url);
  expect(await query(again.url, "SELECT answer FROM kept")).toEqual({ answer: 42 });
  await again.release();
});

test("a server that its user lost by force is taken over and stopped", async () => {
  const lost = await openEmbedded(place);
  const before = await running();
  // What a killed process leaves: a server that nobody holds.
  await query(
    lost.url,
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'prepzo-user'",
  );
  const next = await openEmbedded(place);
  expect(await running()).toEqual(before);
  await next.release();
  await lost.release();
  expect(await running()).toBeNull();
});

test("a postmaster.pid whose process is gone, or is another program by now, does not keep it from starting", async () => {
  await (await openEmbedded(place)).release();
  for (const pid of [2 ** 22 + 1, process.pid]) {
    const lines = [pid, join(place.folder, "cluster"), 1, 1, "", "127.0.0.1", "", "ready"];
    await writeFile(join(place.folder, "cluster/postmaster.pid"), lines.join("\n"));
    const user = await openEmbedded(place);
    expect(await query(user.url, "SELECT 1 AS one")).toEqual({ one: 1 });
    await user.release();
  }
});

test("where its port is taken it moves to another one", async () => {
  const { url, release } = await openEmbedded(place);
  await release();
  const other = createServer().listen(Number(new URL(url).port), "127.0.0.1");
  await once(other, "listening");
  const moved = await openEmbedded(place);
  expect(moved.url).not.toBe(url);
  expect(await query(moved.url, "SELECT 1 AS one")).toEqual({ one: 1 });
  await moved.release();
  other.close();
});

test("the role is no superuser, the password is the owner's to read, and strangers are refused", async () => {
  const { url, release } = await openEmbedded(place);
  expect(await query(url, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user")).toEqual({
    rolsuper: false,
  });
  const password = join(place.folder, "password");
  expect((await stat(password)).mode & 0o777).toBe(0o600);
  const secret = await readFile(password, "utf8");
  await expect(query(url.replace(secret, "guess"), "SELECT 1")).rejects.toThrow(
    "password authentication failed",
  );
  await expect(query(url.replace("prepzo:", "postgres:"), "SELECT 1")).rejects.toThrow(
    "authentication failed",
  );
  await release();
});
