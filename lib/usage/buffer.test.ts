import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { LIMITS, UsageBuffer } from "./buffer";
import { type Call, OTHER } from "./call";

const NOON = new Date("2027-01-31T12:00:00Z");
const KEY = "01983a5c-7d42-7b8e-9c1f-2a6b4d8e0f12";

const call = (fields: Partial<Call> = {}): Call => ({
  requestId: randomUUID(),
  organizationId: "01983a5c-7d42-7b8e-9c1f-2a6b4d8e0f10",
  keyId: KEY,
  dead: false,
  admitted: true,
  at: NOON,
  durationMs: 3,
  method: "GET",
  path: "/candidates",
  status: 200,
  address: "203.0.113.7",
  userAgent: "curl/8.5.0",
  scopes: [],
  ...fields,
});

function batchOf(calls: Iterable<Call>) {
  const buffer = new UsageBuffer();
  for (const each of calls) buffer.add(each);
  return { lost: buffer.lost, ...buffer.batch() };
}

const sum = (rows: { calls: number }[]) => rows.reduce((total, { calls }) => total + calls, 0);
const times = <Row>(count: number, row: (index: number) => Row) =>
  Array.from({ length: count }, (_, n) => row(n));

describe("a call", () => {
  test("is counted once, by its outcome", () => {
    const statuses = [200, 201, 304, 400, 401, 403, 404, 422, 429, 500, 503];
    const { days } = batchOf(statuses.map((status) => call({ status })));
    expect(days).toMatchObject([
      { date: "2027-01-31", ok: 3, client_error: 5, rate_limited: 1, server_error: 2, after_death: 0 },
    ]);
  });

  test("with a dead key is that and nothing else, whatever its status", () => {
    const late = new Date("2027-01-31T12:00:09Z");
    const { days, endpoints, minutes, scopes, addresses } = batchOf([
      call({ dead: true, status: 401, at: late }),
      call({ dead: true, status: 429, scopes: ["jobs:read"] }),
    ]);
    expect(days).toMatchObject([
      { ok: 0, client_error: 0, rate_limited: 0, after_death: 2, after_death_at: late },
    ]);
    expect([endpoints, minutes, scopes]).toEqual([[], [], []]);
    expect(addresses).toMatchObject([{ dead: true, calls: 2, user_agent: "curl/8", last_seen: late }]);
  });

  test("belongs to the day, in UTC, on which it began", () => {
    const midnight = new Date("2027-02-01T00:00:00Z");
    const { days, minutes } = batchOf([
      call({ at: new Date(midnight.getTime() - 1) }),
      call({ at: midnight }),
    ]);
    expect(days.map(({ date }) => date)).toEqual(["2027-01-31", "2027-02-01"]);
    expect(minutes.map(({ minute }) => minute.toISOString().slice(11, 16))).toEqual(["23:59", "00:00"]);
  });

  test("used its scopes only where it succeeded; one row for each, at its latest", () => {
    const late = new Date("2027-02-01T00:00:01Z");
    const { scopes } = batchOf([
      call({ scopes: ["jobs:read"], at: late }),
      call({ scopes: ["jobs:read"] }),
      call({ scopes: ["offers:read"], status: 404 }),
    ]);
    expect(scopes).toMatchObject([{ scope: "jobs:read", last_used_at: late }]);
  });
});

test("a caller whom the key's address list refuses is counted, but does not keep the key in use", () => {
  const { minutes, days, addresses } = batchOf([call({ admitted: false, status: 403 })]);
  expect(minutes).toEqual([]);
  expect(days).toMatchObject([{ client_error: 1 }]);
  expect(addresses).toMatchObject([{ calls: 1 }]);
});

describe("bounds", () => {
  test("a caller under thousands of names is told apart a hundred times, and counted each time", () => {
    const { addresses, minutes, days } = batchOf(times(5_000, (n) => call({ address: `2001:db8::${n}` })));
    expect(addresses).toHaveLength(LIMITS.addresses + 1);
    expect(minutes).toHaveLength(LIMITS.addresses + 1);
    expect(addresses.at(-1)).toMatchObject({
      address: OTHER,
      user_agent: "",
      calls: 5_000 - LIMITS.addresses,
    });
    expect([sum(addresses), sum(minutes), days[0]?.ok]).toEqual([5_000, 5_000, 5_000]);
  });

  test("of a key's requests a few are kept, failures before successes", () => {
    const { requests } = batchOf([
      ...times(100, () => call()),
      ...times(5, () => call({ status: 500 })),
      ...times(100, () => call()),
    ]);
    expect(requests).toHaveLength(LIMITS.requestsOfKey);
    expect(requests.filter((each) => each.call.status === 500)).toHaveLength(5);
  });

  test("of equal requests the latest are kept, and writes before reads", () => {
    const at = (n: number) => new Date(NOON.getTime() + n);
    const { requests } = batchOf([
      ...times(30, (n) => call({ at: at(n) })),
      ...times(3, (n) => call({ method: "POST", status: 201, at: at(100 + n) })),
      ...times(30, (n) => call({ at: at(200 + n) })),
    ]);
    expect(requests.map((each) => each.call.at)).toEqual(
      [100, 101, 102, ...times(17, (n) => 213 + n)].map(at),
    );
    const failures = batchOf(times(30, (n) => call({ status: 500, at: at(n) }))).requests;
    expect(failures.map((each) => each.call.at)).toEqual(times(LIMITS.requestsOfKey, (n) => at(10 + n)));
  });

  test("a hundred thousand keys and as many addresses take bounded room, and each key is counted", () => {
    const calls = times(LIMITS.keys, (n) => call({ keyId: `key ${n}`, address: `2001:db8::${n}` }));
    const { days, endpoints, addresses, minutes, requests, lost } = batchOf([...calls, call()]);
    expect(days).toHaveLength(LIMITS.keys);
    expect(lost).toBe(1);
    expect(requests).toHaveLength(LIMITS.requests);
    const rows = endpoints.length + addresses.length + minutes.length;
    expect(rows).toBeGreaterThan(LIMITS.rows - 10);
    expect(rows).toBeLessThan(LIMITS.rows + 10);
  });
});
