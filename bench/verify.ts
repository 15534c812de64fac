import { hash } from "node:crypto";
import type { Actor } from "@/lib/access/actor";
import { prepareEnvironment } from "../scripts/environment";
import { root } from "../scripts/root";
import { migrateFresh } from "../scripts/test/migrate-fresh";
import { throwAwayDatabase } from "../scripts/test/throw-away-database";

const ROUNDS = 7;
const CALLS = { memory: 100_000, database: 300 };

/**
 * What one verification costs, each kind beside its baseline in the same run: `npm run bench verify`.
 * Microseconds a call, the median of seven rounds taken in turn.
 */
export async function main(): Promise<void> {
  const database = await throwAwayDatabase();
  try {
    process.env.DATABASE_URL = database.url;
    prepareEnvironment(root, false);
    await migrateFresh(database.url);
    await measure(database.url);
  } finally {
    await database.remove();
  }
}

async function measure(url: string): Promise<void> {
  // Loaded only now: they read the environment that has just been completed.
  const { operator } = await import("@/lib/access/actor");
  const { listenForChanges, hearsChanges } = await import("@/lib/api-keys/hearing");
  const { generateKeyFor } = await import("@/lib/api-keys/service");
  const { forgetAllKeys, verify } = await import("@/lib/api-keys/verify");
  const { createAccount } = await import("@/lib/auth/accounts");
  const { db } = await import("@/lib/db");
  const { hashOf } = await import("@/lib/api-keys/token");

  const email = "bench@example.test";
  const account = await createAccount({ email, password: "a password for the bench", organization: "Bench" });
  const actor: Actor = operator(account.organization.id);
  const input = { name: "bench", description: null, scopes: ["*" as const], expires_at: null };
  const { key } = await generateKeyFor(actor, account.id, input, new Date());
  const junk = `${key.slice(0, -1)}${key.endsWith("A") ? "B" : "A"}`;
  const ears = listenForChanges(url, forgetAllKeys);
  while (!hearsChanges()) await new Promise((go) => setTimeout(go, 20));

  const now = new Date();
  const key_hash = hashOf(key);
  const kinds: Record<string, { calls: number; baseline: string | null; run: () => unknown }> = {
    "one SHA-256 of the key": {
      calls: CALLS.memory,
      baseline: null,
      run: () => hash("sha256", key, "buffer"),
    },
    "cached verification": {
      calls: CALLS.memory,
      baseline: "one SHA-256 of the key",
      run: () => verify(key, now),
    },
    "junk, refused by its checksum": {
      calls: CALLS.memory,
      baseline: "cached verification",
      run: () => verify(junk, now),
    },
    "one indexed findUnique": {
      calls: CALLS.database,
      baseline: null,
      run: () => db().apiKey.findUnique({ where: { key_hash } }),
    },
    "cold verification": {
      calls: CALLS.database,
      baseline: "one indexed findUnique",
      run: () => {
        forgetAllKeys();
        return verify(key, now);
      },
    },
  };

  const times = new Map<string, number[]>(Object.keys(kinds).map((name) => [name, []]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, { calls, run }] of Object.entries(kinds)) {
      const begun = performance.now();
      for (let call = 0; call < calls; call++) await run();
      times.get(name)?.push(((performance.now() - begun) * 1_000) / calls);
    }
  }
  const median = (name: string) => times.get(name)?.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0;
  const rows = Object.entries(kinds).map(([name, { baseline }]) => [
    name,
    {
      "µs a call": Number(median(name).toFixed(2)),
      baseline: baseline ?? "",
      "× baseline": baseline ? Number((median(name) / median(baseline)).toFixed(2)) : "",
    },
  ]);
  console.table(Object.fromEntries(rows));
  ears.stop();
  await db().$disconnect();
}
