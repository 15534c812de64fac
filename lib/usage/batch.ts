import type { Leaf } from "@/lib/access/scopes";
import type { Call, Outcome } from "./call";

type Owner = { organization_id: string; key_id: string };
export type Seen = { calls: number; last_seen: Date };
export type Counts = Record<Outcome, number> & { after_death_at: Date | null };

/** What is written, table by table, in the columns' names. No two rows of a table have the same key. */
export type Batch = {
  days: (Owner & { date: string } & Counts)[];
  endpoints: (Owner & { date: string; method: string; path: string; calls: number })[];
  scopes: (Owner & { scope: Leaf; last_used_at: Date })[];
  addresses: (Owner & { date: string; dead: boolean; address: string; user_agent: string } & Seen)[];
  minutes: (Owner & { minute: Date; address: string } & Seen)[];
  requests: (Owner & { call: Call })[];
};

/** One key's calls of one day. */
export type KeyDay = Owner & { date: string; counts: Counts; details: Details | null };
export type Details = {
  endpoints: Map<string, { method: string; path: string; calls: number }>;
  scopes: Map<Leaf, Date>;
  addresses: Map<string, { dead: boolean; address: string; user_agent: string } & Seen>;
  minutes: Map<string, { minute: Date; address: string } & Seen>;
  requests: Sample;
};
/** Some calls, each kind oldest first. */
export type Sample = { reads: Call[]; writes: Call[]; failures: Call[] };

/** Turns what was summed up by key and day into the rows of each table. */
export function batchOf(days: Iterable<KeyDay>): Batch {
  const batch: Batch = { days: [], endpoints: [], scopes: [], addresses: [], minutes: [], requests: [] };
  const scopes = new Map<string, Batch["scopes"][number]>();
  for (const { organization_id, key_id, date, counts, details } of days) {
    const owner = { organization_id, key_id };
    batch.days.push({ ...owner, date, ...counts });
    if (details === null) continue;
    for (const row of details.endpoints.values()) batch.endpoints.push({ ...owner, date, ...row });
    for (const row of details.addresses.values()) batch.addresses.push({ ...owner, date, ...row });
    for (const row of details.minutes.values()) batch.minutes.push({ ...owner, ...row });
    const { reads, writes, failures } = details.requests;
    const kept = [...reads, ...writes, ...failures].sort((one, other) => Number(one.at) - Number(other.at));
    for (const call of kept) batch.requests.push({ ...owner, call });
    for (const [scope, at] of details.scopes) {
      const name = `${key_id} ${scope}`;
      const last_used_at = later(scopes.get(name)?.last_used_at ?? null, at);
      scopes.set(name, { ...owner, scope, last_used_at });
    }
  }
  batch.scopes = [...scopes.values()];
  return batch;
}

/** The later of two instants. */
export function later(one: Date | null, other: Date): Date {
  return one !== null && one > other ? one : other;
}
