import { type Batch, batchOf, type Details, type KeyDay, later, type Sample, type Seen } from "./batch";
import { type Call, OTHER, type Outcome, outcomeOf, shortAgent, UNKNOWN } from "./call";

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/**
 * How much waits at most. Beyond `keys` a call is lost, beyond `rows` it is only counted; so many `requests` are kept,
 * and for each key and day so many, and so many `addresses` are told apart.
 */
export const LIMITS = { keys: 100_000, rows: 50_000, requests: 1_000, addresses: 100, requestsOfKey: 20 };

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
    return batchOf(this.#days.values());
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
    const caller = `${dead} ${address} ${agent}`;
    if (hasRoom(details.addresses, caller)) {
      this.#see(details.addresses, caller, at, () => ({ dead, address, user_agent: agent }));
    } else {
      this.#see(details.addresses, `${dead} ${OTHER}`, at, () => ({ dead, address: OTHER, user_agent: "" }));
    }
    this.#sample(details.requests, call);
    if (dead) return;

    // Whoever is not let in does not keep a key in use: its old half may end although somebody tries it from elsewhere.
    if (call.admitted) this.#count(details.minutes, address, at);
    this.#row(details.endpoints, `${method} ${path}`, () => ({ method, path, calls: 0 })).calls++;
    if (outcome !== "ok") return;
    for (const scope of call.scopes) {
      const before = details.scopes.get(scope) ?? null;
      if (before === null) this.#rows++;
      details.scopes.set(scope, later(before, at));
    }
  }

  #count(minutes: Details["minutes"], address: string, at: Date): void {
    const minute = at.getTime() - (at.getTime() % MINUTE_MS);
    const place = `${minute} ${address}`;
    if (hasRoom(minutes, place)) {
      this.#see(minutes, place, at, () => ({ minute: new Date(minute), address }));
    } else {
      this.#see(minutes, `${minute} ${OTHER}`, at, () => ({ minute: new Date(minute), address: OTHER }));
    }
  }

  /** Keeps a call while there is room, and then in place of the oldest of those that say least, unless it says less. */
  #sample({ reads, writes, failures }: Sample, call: Call): void {
    const alike = outcomeOf(call) !== "ok" ? failures : SAFE_METHODS.has(call.method) ? reads : writes;
    const kept = reads.length + writes.length + failures.length;
    if (kept < LIMITS.requestsOfKey && this.#requests < LIMITS.requests) this.#requests++;
    else {
      const least = [reads, writes, failures].find((each) => each === alike || each.length > 0);
      if (least?.shift() === undefined) return;
    }
    alike.push(call);
  }

  #see<Who>(rows: Map<string, Who & Seen>, name: string, at: Date, who: () => Who): void {
    const row = this.#row(rows, name, () => ({ ...who(), calls: 0, last_seen: at }));
    row.calls++;
    row.last_seen = later(row.last_seen, at);
  }

  #row<Row>(rows: Map<string, Row>, name: string, make: () => Row): Row {
    const found = rows.get(name);
    if (found !== undefined) return found;
    this.#rows++;
    const fresh = make();
    rows.set(name, fresh);
    return fresh;
  }
}

/** RFC 9110 section 9.2.1. */
const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);

/** Whether a caller is told apart from others; beyond so many all are counted under one name. */
function hasRoom(rows: Map<string, unknown>, name: string): boolean {
  return rows.size < LIMITS.addresses || rows.has(name);
}

function noDetails(): Details {
  return {
    endpoints: new Map(),
    scopes: new Map(),
    addresses: new Map(),
    minutes: new Map(),
    requests: { reads: [], writes: [], failures: [] },
  };
}
