import { setTimeout as pause } from "node:timers/promises";
import { finder, type Origin } from "@/lib/access/actor";
import { isWellFormed } from "@/lib/api-keys/key-form";
import { hashOf } from "@/lib/api-keys/token";
import { db } from "@/lib/db";
import { answerLeaks } from "./answer-leaks";
import { type Place, placeOf } from "./place";
import type { Finds, Labels } from "./schema";

/** Milliseconds within which a revocation is over, as a rule. */
const ANSWER_MS = 250;

/**
 * Ends a key because somebody who has it says so, whatever was chosen for leaks: possession is proof. Nothing that
 * comes back, and no time that it takes, tells whether there is such a key.
 */
export async function revokeFound(key: string, origin: Origin, now: Date): Promise<void> {
  await Promise.all([
    report([{ token: key, place: placeOf("", "") }], "finder", origin, now),
    pause(ANSWER_MS),
  ]);
}

/** Acts on what GitHub found, as was chosen for each key. Returns what GitHub wants to know of each find. */
export async function reportFinds(finds: Finds, origin: Origin, now: Date): Promise<Labels> {
  const places = finds.map(({ token, source, url }) => ({ token, place: placeOf(source, url) }));
  const areOurs = await report(places, "github", origin, now);
  return finds.map(({ token, type }, index) => ({
    token_hash: hashOf(token).toString("hex"),
    token_type: type,
    label: areOurs[index] ? "true_positive" : "false_positive",
  }));
}

/** Whoever reports proves by the secret itself to know the key, so it is looked for in all organizations. */
async function report(
  found: { token: string; place: Place }[],
  source: "github" | "finder",
  origin: Origin,
  now: Date,
): Promise<boolean[]> {
  const hashes = found.map(({ token }) => (isWellFormed(token) ? hashOf(token) : null));
  const rows = await db().apiKey.findMany({
    where: { key_hash: { in: hashes.filter((hash) => hash !== null) } },
    select: { id: true, organization_id: true, key_hash: true },
  });
  const byHash = new Map(rows.map((row) => [Buffer.from(row.key_hash).toString("hex"), row]));
  const keys = hashes.map((hash) => hash && byHash.get(hash.toString("hex")));
  const sightings = found.flatMap(({ place }, index) => {
    const key = keys[index];
    return key ? [{ ...key, place }] : [];
  });
  // One after the other: each is a transaction of its own, and a report must not take all connections.
  for (const [organizationId, those] of Map.groupBy(sightings, (one) => one.organization_id)) {
    const seen = those.map(({ id, place }) => ({ keyId: id, ...place }));
    await answerLeaks(finder(organizationId, origin), source, seen, now);
  }
  return keys.map(Boolean);
}
