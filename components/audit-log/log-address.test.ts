import { expect, test } from "vitest";
import { filterOf, logAddress, readLogState } from "./log-address";

const ID = "0192f7a0-0000-7000-8000-000000000000";

test("what an address says is read, and written the same", () => {
  const address = `category=keys&actor=key&from=2026-11-01&to=2026-11-25&search=nightly&after=${ID}`;
  const state = readLogState(Object.fromEntries(new URLSearchParams(address)));
  expect(logAddress(state, { after: state.after })).toBe(`/settings/audit-log?${address}`);
  expect(logAddress(state, { search: "" })).toBe(
    "/settings/audit-log?category=keys&actor=key&from=2026-11-01&to=2026-11-25",
  );
});

test("what it does not understand is left out", () => {
  const state = readLogState({
    category: "__proto__",
    actor: "toString",
    from: "2026-02-30",
    to: ["2026-01-01"],
    search: " \0 ",
    after: "1",
  });
  expect(logAddress(state)).toBe("/settings/audit-log");
});

test("days include the last one", () => {
  const { from, before } = filterOf(readLogState({ from: "2026-11-01", to: "2026-11-01" }));
  expect([from?.toISOString(), before?.toISOString()]).toEqual([
    "2026-11-01T00:00:00.000Z",
    "2026-11-02T00:00:00.000Z",
  ]);
});
