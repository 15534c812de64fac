import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SCOPE_NAMES } from "@/lib/access/scopes";
import { mint } from "@/lib/api-keys/token";
import { type ListState, listAddress, readListState, searchText } from "./list-address";

const read = (address: string) => {
  const params = new URL(address, "http://x").searchParams;
  return readListState(Object.fromEntries(params));
};

const anyState: fc.Arbitrary<ListState> = fc.record({
  status: fc.constantFrom("current", "all", "active", "expiring", "expired", "disabled", "revoked"),
  search: fc.string({ maxLength: 100 }).map((text) => text.replaceAll("\0", "").toWellFormed().trim()),
  scope: fc.option(fc.constantFrom(...SCOPE_NAMES)),
  sort: fc.record({
    by: fc.constantFrom("name", "created_at", "last_used_at", "expires_at"),
    descending: fc.boolean(),
  }),
  page: fc.integer({ min: 1, max: 10_000 }),
});

describe("the list's state stands in the address", () => {
  test("what is written is read back", () => {
    fc.assert(
      fc.property(anyState, (state) => {
        expect(read(listAddress(state, { page: state.page }))).toEqual(state);
      }),
    );
  });

  test("the default state has the bare address", () => {
    expect(listAddress(readListState({}))).toBe("/settings/api-keys");
  });

  test("a new filter starts at page 1", () => {
    expect(read(listAddress({ ...readListState({}), page: 7 }, { status: "revoked" })).page).toBe(1);
  });

  test.each([
    [{ status: "ACTIVE" }, { status: "current" }],
    [{ status: ["active", "all"] }, { status: "current" }],
    [{ scope: "candidates:delete" }, { scope: null }],
    [{ sort: "key_hash" }, { sort: { by: "created_at", descending: true } }],
    [{ page: "-1" }, { page: 1 }],
    [{ page: "1e9" }, { page: 1 }],
    [{ search: "a\0b\ud800" }, { search: "ab\ufffd" }],
  ])("%j falls back to %j", (params, expected) => {
    expect(readListState(params as Record<string, string | string[]>)).toMatchObject(expected);
  });
});

test("a whole key typed into the search never reaches the address", () => {
  const { key, last_four } = mint();
  expect(searchText(`  ${key} `)).toBe(last_four);
});
