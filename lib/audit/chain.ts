import { createHmac, hkdfSync } from "node:crypto";
import type { Prisma } from "@/lib/db";
import { env } from "@/lib/env";

/** What a link vouches for: everything that an audit entry says, and its place. */
export type ChainedEntry = {
  seq: bigint;
  id: string;
  organization_id: string;
  created_at: Date;
  actor_kind: string;
  actor_id: string | null;
  owner_id: string | null;
  action: string;
  target_type: string;
  target_id: string;
  changes: Prisma.JsonValue | Prisma.InputJsonValue;
  address: string | null;
  user_agent: string | null;
  request_id: string | null;
};

/** The link before an organization's first. */
export const NO_LINK: Uint8Array<ArrayBuffer> = new Uint8Array(32);

/** The version of SECRETS_KEY whose key links new entries. */
export function newestVersion(): number {
  return Math.max(...env().SECRETS_KEY.keys());
}

/** Whether entries that were linked under a version of SECRETS_KEY can be checked. */
export function hasVersion(version: number): boolean {
  return env().SECRETS_KEY.has(version);
}

/**
 * The link of an entry: HMAC-SHA-256 (RFC 2104) of the link before it and of the entry, under a key that is derived
 * (HKDF, RFC 5869) from SECRETS_KEY and so is not in the database. Returns 32 bytes. Throws where SECRETS_KEY has no
 * such version.
 */
export function linkOf(before: Uint8Array, entry: ChainedEntry, version: number): Uint8Array<ArrayBuffer> {
  return new Uint8Array(
    createHmac("sha256", chainKey(version)).update(before).update(canonical(entry)).digest(),
  );
}

function chainKey(version: number): Uint8Array {
  const secret = env().SECRETS_KEY.get(version);
  if (secret === undefined) throw new Error(`SECRETS_KEY has no version ${version}`);
  return new Uint8Array(hkdfSync("sha256", secret, "", "prepzo audit chain", 32));
}

/** One text for one entry, whatever order the database keeps the fields of its changes in. */
function canonical(entry: ChainedEntry): string {
  return JSON.stringify([
    String(entry.seq),
    entry.id,
    entry.organization_id,
    entry.created_at.toISOString(),
    entry.actor_kind,
    entry.actor_id,
    entry.owner_id,
    entry.action,
    entry.target_type,
    entry.target_id,
    sorted(JSON.parse(JSON.stringify(entry.changes))),
    entry.address,
    entry.user_agent,
    entry.request_id,
  ]);
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return entries.map(([key, each]) => [key, sorted(each)]);
}
