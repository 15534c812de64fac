import { hash } from "node:crypto";
import type { Actor } from "@/lib/access/actor";
import { onFreshDatabase } from "./measure/fresh-database";
import { type Kind, printInTurn } from "./measure/in-turn";

const CALLS = { memory: 100_000, database: 300 };

/**
 * What one verification costs, each kind beside its baseline in the same run: `npm run bench verify`.
 * Microseconds a call, the median of seven rounds taken in turn.
 */
export async function main(): Promise<void> {
  await onFreshDatabase(measure);
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
  const ears = listenForChanges({ ear: url, mouth: url }, forgetAllKeys);
  while (!hearsChanges()) await new Promise((go) => setTimeout(go, 20));

  const now = new Date();
  const key_hash = hashOf(key);
  const kinds: Record<string, Kind> = {
    "one SHA-256 of the key": {
      calls: CALLS.memory,
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

  await printInTurn(kinds);
  ears.stop();
}
