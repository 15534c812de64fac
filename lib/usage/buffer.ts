import type { Leaf } from "@/lib/access/scopes";
import { type Call, OTHER, type Outcome, outcomeOf, shortAgent, UNKNOWN } from "./call";

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/**
 * How much waits at most. Beyond `keys` a call is lost, beyond `rows` it is only counted; so many `requests` are kept,
 * and for each key and day so many, and so many `addresses` are told apart.
 */
export const LIMITS = { keys: 100_000, rows: 50_000, requests: 1_000, addresses: 100, requestsOfKey: 20 };

type Owner = { organization_id: string; key_id: string };
type Seen = { calls: number; last_seen: Date };
type Counts = Record<Outcome, number> & { after_death_at: Date | null };

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
type KeyDay = Owner & { date: string; counts: Counts; details: Details | null };
type Details = {
  endpoints: Map<string, { method: string; path: string; calls: number }>;
  scopes: Map<Leaf, Date>;
  addresses: Map<string, { dead: boolean; address: string; user_agent: string } & Seen>;
  minutes: Map<string, { minute: Date; address: string } & Seen>;
  requests: Call[];
};

/** Calls that wait to be written, summed up as they come, in bounded memory. */
export class UsageBuffer {
  readonly #days = new Map<string, KeyDay>();
  #rows = 0;
  #requests = 0;
  #lost = 0;

  /** How many calls found no room at all. */
  get lost(): number {
    return this.#lost;
  }

  get isEmpty(): boolean {
    return this.#days.size === 0;
  }

  /** Counts a call. Memory only; takes about a microsecond. */
  add(call: Call): void {
    const day = this.#dayOf(call);
    if (day === null) {
      this.#lost++;
      return;
    }
    const outcome = outcomeOf(call);
    day.counts[outcome]++;
    if (call.dead) day.counts.after_death_at = later(day.counts.after_death_at, call.at);
    if (this.#rows >= LIMITS.rows) return;
    day.details ??= noDetails();
    this.#describe(day.details, call, outcome);
  }

  /** Everything that waits, ready to be written. */
  batch(): Batch {
    const batch: Batch = { days: [], endpoints: [], scopes: [], addresses: [], minutes: [], requests: [] };
    const scopes = new Map<string, Batch["scopes"][number]>();
    for (const { organization_id, key_id, date, counts, details } of this.#days.values()) {
      const owner = { organization_id, key_id };
      batch.days.push({ ...owner, date, ...counts });
      if (details === null) continue;
      for (const row of details.endpoints.values()) batch.endpoints.push({ ...owner, date, ...row });
      for (const row of details.addresses.values()) batch.addresses.push({ ...owner, date, ...row });
      for (const row of details.minutes.values()) batch.minutes.push({ ...owner, ...row });
      for (const call of details.requests) batch.requests.push({ ...owner, call });
      for (const [scope, at] of details.scopes) {
        const name = `${key_id} ${scope}`;
        const last_used_at = later(scopes.get(name)?.last_used_at ?? null, at);
        scopes.set(name, { ...owner, scope, last_used_at });
      }
    }
    batch.scopes = [...scopes.values()];
    return batch;
  }

  #dayOf({ organizationId, keyId, at }: Call): KeyDay | null {
    const name = `${keyId} ${Math.floor(at.getTime() / DAY_MS)}`;
    const found = this.#days.get(name);
    if (found !== undefined) return found;
    if (this.#days.size >= LIMITS.keys) return null;
    const counts = {
      ok: 0,
      client_error: 0,
      server_error: 0,
      rate_limited: 0,
      after_death: 0,
      after_death_at: null,
    };
    const date = at.toISOString().slice(0, 10);
    const day = { organization_id: organizationId, key_id: keyId, date, counts, details: null };
    this.#days.set(name, day);
    return day;
  }

  #describe(details: Details, call: Call, outcome: Outcome): void {
    const { at, dead, method, path } = call;
    const address = call.address ?? UNKNOWN;
    const agent = shortAgent(call.userAgent);
    const who = hasRoom(details.addresses, `${dead} ${address} ${agent}`)
      ? { dead, address, user_agent: agent }
      : { dead, address: OTHER, user_agent: "" };
    this.#see(details.addresses, `${dead} ${who.address} ${who.user_agent}`, who, at);
    this.#sample(details.requests, call);
    if (dead) return;

    const minute = new Date(at.getTime() - (at.getTime() % MINUTE_MS));
    const place = hasRoom(details.minutes, `${+minute} ${address}`) ? address : OTHER;
    this.#see(details.minutes, `${+minute} ${place}`, { minute, address: place }, at);
    this.#row(details.endpoints, `${method} ${path}`, { method, path, calls: 0 }).calls++;
    if (outcome !== "ok") return;
    for (const scope of call.scopes) {
      const before = details.scopes.get(scope) ?? null;
      if (before === null) this.#rows++;
      details.scopes.set(scope, later(before, at));
    }
  }

  /** Keeps a call while there is room, and then a failure in place of a success. */
  #sample(requests: Call[], call: Call): void {
    if (requests.length < LIMITS.requestsOfKey && this.#requests < LIMITS.requests) {
      requests.push(call);
      this.#requests++;
    } else if (outcomeOf(call) !== "ok") {
      const success = requests.findIndex((each) => outcomeOf(each) === "ok");
      if (success >= 0) requests[success] = call;
    }
  }

  #see<Who>(rows: Map<string, Who & Seen>, name: string, who: Who, at: Date): void {
    const row = this.#row(rows, name, { ...who, calls: 0, last_seen: at });
    row.calls++;
    row.last_seen = later(row.last_seen, at);
  }

  #row<Row>(rows: Map<string, Row>, name: string, fresh: Row): Row {
    const found = rows.get(name);
    if (found !== undefined) return found;
    this.#rows++;
    rows.set(name, fresh);
    return fresh;
  }
}

/** Whether a caller is told apart from others; beyond so many all are counted under one name. */
function hasRoom(rows: Map<string, unknown>, name: string): boolean {
  return rows.size < LIMITS.addresses || rows.has(name);
}

function noDetails(): Details {
  return { endpoints: new Map(), scopes: new Map(), addresses: new Map(), minutes: new Map(), requests: [] };
}

function later(one: Date | null, other: Date): Date {
  return one !== null && one > other ? one : other;
}
