import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DAY_MS, diesAt, EXPIRING_DAYS, isLiving, isUsable, type Lifetime, statusOf } from "./status";

const NOW = new Date("2027-01-31T12:00:00Z");
const at = (ms: number) => new Date(NOW.getTime() + ms);
const key = (facts: Partial<Lifetime> = {}): Lifetime => ({
  revoked_at: null,
  expires_at: null,
  ends_at: null,
  enabled: true,
  ...facts,
});

test.each<[string, Partial<Lifetime>, string]>([
  ["without an end", {}, "active"],
  ["at the very instant of its end", { expires_at: NOW }, "expired"],
  ["a millisecond before its end", { expires_at: at(1) }, "expiring"],
  ["a millisecond after its end", { expires_at: at(-1) }, "expired"],
  ["seven days before its end", { expires_at: at(EXPIRING_DAYS * DAY_MS) }, "expiring"],
  ["just over seven days before its end", { expires_at: at(EXPIRING_DAYS * DAY_MS + 1) }, "active"],
  ["with an imposed end that comes first", { expires_at: at(90 * DAY_MS), ends_at: at(-1) }, "expired"],
  ["with an imposed end soon", { ends_at: at(DAY_MS) }, "expiring"],
  ["disabled", { enabled: false }, "disabled"],
  ["disabled and about to end", { enabled: false, expires_at: at(DAY_MS) }, "disabled"],
  ["disabled and at its end", { enabled: false, expires_at: NOW }, "expired"],
  ["revoked, whatever else", { revoked_at: at(-1), enabled: false, expires_at: at(-1) }, "revoked"],
])("a key %s: %s is %s", (_, facts, status) => {
  expect(statusOf(key(facts), NOW)).toBe(status);
});

const instants = fc.option(fc.integer({ min: -10 * DAY_MS, max: 10 * DAY_MS }).map(at));
const lifetimes = fc.record({
  revoked_at: instants,
  expires_at: instants,
  ends_at: instants,
  enabled: fc.boolean(),
});

describe("whatever a key's facts", () => {
  test("it dies at the earlier of its two ends", () => {
    fc.assert(
      fc.property(lifetimes, (facts) => {
        const ends = [facts.expires_at, facts.ends_at].filter((end) => end !== null).sort((a, b) => +a - +b);
        expect(diesAt(facts)).toEqual(ends[0] ?? null);
      }),
    );
  });

  test("a usable key is neither revoked, disabled nor at its end", () => {
    fc.assert(
      fc.property(lifetimes, (facts) => {
        const end = diesAt(facts);
        const usable = facts.revoked_at === null && facts.enabled && (end === null || end > NOW);
        expect(isUsable(statusOf(facts, NOW))).toBe(usable);
      }),
    );
  });

  test("the dead stay dead as time goes on", () => {
    fc.assert(
      fc.property(lifetimes, fc.nat(), (facts, later) => {
        fc.pre(!isLiving(statusOf(facts, NOW)));
        expect(isLiving(statusOf(facts, at(later)))).toBe(false);
      }),
    );
  });
});
