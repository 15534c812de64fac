import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { KnownKeys } from "./known-keys";

type Row = { id: string; ownerId: string; organizationId: string; good: boolean };
const row = (id: string, good = true): Row => ({ id, ownerId: `o-${id}`, organizationId: `g-${id}`, good });
const make = ({ good = 10, bad = 10, trusted = (): boolean => true } = {}) =>
  new KnownKeys<Row>({ good, bad }, (each) => each.good, trusted);

/** A look-up that ends when told to, and counts how often it was begun. */
function slow(result: Row | null) {
  const waiting: (() => void)[] = [];
  const look = () => new Promise<Row | null>((resolve) => waiting.push(() => resolve(result)));
  const finish = () => {
    for (const go of waiting) go();
  };
  return { look, waiting, finish };
}
const counted = (result: Row | null) => {
  let calls = 0;
  const look = async () => {
    calls += 1;
    return result;
  };
  return { look, calls: () => calls };
};

describe("what verification remembers", () => {
  test("a row is looked up once", async () => {
    const keys = make();
    const { look, calls } = counted(row("a"));
    for (let i = 0; i < 3; i++) expect(await keys.find("h", look)).toEqual(row("a"));
    expect(calls()).toBe(1);
  });

  test("an absent key is remembered too", async () => {
    const keys = make();
    const { look, calls } = counted(null);
    for (let i = 0; i < 3; i++) expect(await keys.find("h", look)).toBeNull();
    expect(calls()).toBe(1);
  });

  test("calls that come together share one look-up, never with another key", async () => {
    const keys = make();
    const [a, b] = [slow(row("a")), slow(row("b"))];
    const all = Promise.all([keys.find("a", a.look), keys.find("b", b.look), keys.find("a", a.look)]);
    b.finish();
    a.finish();
    expect(await all).toEqual([row("a"), row("b"), row("a")]);
    expect(a.waiting).toHaveLength(1);
  });

  test.each([
    ["key", "a"],
    ["owner", "o-a"],
    ["organization", "g-a"],
  ] as const)("a stale %s is forgotten, others are not", async (what, id) => {
    const keys = make();
    const [a, b] = [counted(row("a")), counted(row("b"))];
    const ask = async () => [await keys.find("a", a.look), await keys.find("b", b.look)];
    await ask();
    keys.forget({ what, id });
    await ask();
    expect([a.calls(), b.calls()]).toEqual([2, 1]);
  });

  test("a stale key is forgotten without a look at the others, which may be very many", async () => {
    const keys = make();
    let looks = 0;
    const watched = {
      ...row("b"),
      get id() {
        looks++;
        return "b";
      },
    };
    await keys.find("a", async () => row("a"));
    await keys.find("b", async () => watched);
    looks = 0;
    keys.forget({ what: "key", id: "a" });
    expect(keys.recall("a")).toBeUndefined();
    expect(looks).toBe(0);
  });

  test("a key that was pushed out and is found again is forgotten when it changes", async () => {
    const keys = make({ good: 1 });
    for (const hash of ["a", "b", "a"]) await keys.find(hash, async () => row(hash));
    keys.forget({ what: "key", id: "b" });
    expect(keys.recall("a")).toEqual(row("a"));
    keys.forget({ what: "key", id: "a" });
    expect(keys.recall("a")).toBeUndefined();
  });

  test("a look-up that began before a change is neither remembered nor joined", async () => {
    const keys = make();
    const before = slow(row("a"));
    const first = keys.find("h", before.look);
    keys.forget({ what: "key", id: "a" });
    const after = counted(row("a", false));
    expect(await keys.find("h", after.look)).toEqual(row("a", false));
    before.finish();
    await first;
    expect(await keys.find("h", after.look)).toEqual(row("a", false));
  });

  test("a failed look-up is not remembered", async () => {
    const keys = make();
    await expect(keys.find("h", () => Promise.reject(new Error("away")))).rejects.toThrow("away");
    expect(await keys.find("h", async () => row("a"))).toEqual(row("a"));
  });

  test("while changes may go unheard every call looks for itself", async () => {
    let trusted = true;
    const keys = make({ trusted: () => trusted });
    await keys.find("h", async () => row("a"));
    trusted = false;
    const { look, calls } = counted(null);
    expect([await keys.find("h", look), await keys.find("h", look)]).toEqual([null, null]);
    expect(calls()).toBe(2);
  });

  test("guesses never push out good keys, and both rooms are bounded", async () => {
    const keys = make({ good: 2, bad: 2 });
    await keys.find("good", async () => row("good"));
    for (let i = 0; i < 100; i++) await keys.find(`bad ${i}`, async () => null);
    const { look, calls } = counted(null);
    await keys.find("good", look);
    expect(calls()).toBe(0);
    await keys.find("bad 0", look);
    expect(calls()).toBe(1);
  });

  test("the least recently used good key is forgotten first", async () => {
    const keys = make({ good: 2 });
    for (const hash of ["a", "b", "a", "c"]) await keys.find(hash, async () => row(hash));
    const { look, calls } = counted(row("x"));
    await keys.find("a", look);
    await keys.find("c", look);
    expect(calls()).toBe(0);
    await keys.find("b", look);
    expect(calls()).toBe(1);
  });

  test("whatever the order of look-ups and changes, nothing older than the latest change is served", async () => {
    const step = fc.constantFrom("ask", "land", "change");
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
        const keys = make();
        let version = 0;
        const flying: (() => void)[] = [];
        const look = () => {
          const seen = row(`v${version}`);
          return new Promise<Row | null>((resolve) =>
            flying.push(() => resolve({ ...seen, id: "k", ownerId: seen.id })),
          );
        };
        const asked: Promise<void>[] = [];
        for (const each of steps) {
          if (each === "land") flying.shift()?.();
          if (each === "change") {
            version += 1;
            keys.forget({ what: "key", id: "k" });
          }
          if (each === "ask") {
            const from = version;
            asked.push(
              Promise.resolve(keys.find("h", look)).then((found) => {
                expect(Number(found?.ownerId.slice(1))).toBeGreaterThanOrEqual(from);
              }),
            );
          }
          await Promise.resolve();
        }
        while (flying.length > 0) flying.shift()?.();
        await Promise.all(asked);
      }),
    );
  });
});
