import type { Stale } from "@/lib/stale";

/** What the cache must know of a key to forget it in time. */
type Key = { id: string; ownerId: string; organizationId: string };

/**
 * What verification remembers: the rows of keys by the hash of their secret, bounded, the least recently used
 * forgotten first. What opens nothing (no such key, or a dead one) has a small room of its own, so that guesses never
 * push out good keys. Nothing that was read before a change is kept after it.
 */
export class KnownKeys<Row extends Key> {
  readonly #good: Map<string, Row> = new Map();
  readonly #bad: Map<string, Row | null> = new Map();
  /** The hash of each key that is in one of them: keys change often, and what else they share hardly ever. */
  readonly #hashes: Map<string, string> = new Map();
  readonly #flights: Map<string, Promise<Row | null>> = new Map();
  /** Grows with every change: a look-up that began under another number may be out of date. */
  #generation = 0;

  /**
   * @param limits how many good and how many bad hashes are kept
   * @param isGood whether a row opens the API, as far as that does not change with time
   * @param isTrusted whether changes made elsewhere are known to arrive; while not, every call looks for itself
   */
  constructor(
    private readonly limits: { good: number; bad: number },
    private readonly isGood: (row: Row) => boolean,
    private readonly isTrusted: () => boolean,
  ) {}

  /** The row behind a hash, or null: remembered, else found by `look`, once for all who ask meanwhile. */
  find(hash: string, look: () => Promise<Row | null>): Row | null | Promise<Row | null> {
    if (!this.isTrusted()) return look();
    const known = this.recall(hash);
    if (known !== undefined) return known;
    return this.#flights.get(hash) ?? this.#fly(hash, look);
  }

  /** The same without a look-up: undefined where one would be needed. */
  recall(hash: string): Row | null | undefined {
    if (!this.isTrusted()) return undefined;
    const good = this.#good.get(hash);
    if (good === undefined) return this.#bad.get(hash);
    touch(this.#good, hash, good);
    return good;
  }

  /** Forgets what a change made stale, and lets no look-up that began before it be remembered or joined. */
  forget({ what, id }: Stale): void {
    this.#moveOn();
    if (what === "key") this.#drop(this.#hashes.get(id));
    else this.#dropAll(what === "owner" ? "ownerId" : "organizationId", id);
  }

  /** Forgets everything: after a time in which changes may have gone unheard. */
  clear(): void {
    this.#moveOn();
    this.#good.clear();
    this.#bad.clear();
    this.#hashes.clear();
  }

  #dropAll(field: "ownerId" | "organizationId", id: string): void {
    for (const room of [this.#good, this.#bad]) {
      for (const [hash, row] of room) if (row?.[field] === id) this.#drop(hash);
    }
  }

  #drop(hash: string | undefined): void {
    if (hash === undefined) return;
    const row = this.#good.get(hash) ?? this.#bad.get(hash);
    if (row) this.#hashes.delete(row.id);
    this.#good.delete(hash);
    this.#bad.delete(hash);
  }

  #moveOn(): void {
    this.#generation++;
    this.#flights.clear();
  }

  #fly(hash: string, look: () => Promise<Row | null>): Promise<Row | null> {
    const generation = this.#generation;
    const flight = look()
      .then((row) => {
        if (generation === this.#generation) this.#remember(hash, row);
        return row;
      })
      .finally(() => {
        if (this.#flights.get(hash) === flight) this.#flights.delete(hash);
      });
    this.#flights.set(hash, flight);
    return flight;
  }

  #remember(hash: string, row: Row | null): void {
    if (row !== null) this.#hashes.set(row.id, hash);
    if (row !== null && this.isGood(row)) this.#keep(this.#good, hash, row, this.limits.good);
    else this.#keep(this.#bad, hash, row, this.limits.bad);
  }

  #keep<Value>(room: Map<string, Value>, hash: string, value: Value, limit: number): void {
    touch(room, hash, value);
    if (room.size > limit) this.#drop(room.keys().next().value);
  }
}

/** Makes an entry the most recently used one: a Map keeps the order of insertion. */
function touch<Value>(room: Map<string, Value>, hash: string, value: Value): void {
  room.delete(hash);
  room.set(hash, value);
}
