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
  search: fc.string({ maxLength: 100 }).map(searchText).map(searchText),
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

describe("no key reaches the address by way of the search", () => {
  const { key, last_four } = mint(Buffer.from("a1B2c3D4e5F6g7H8i9J0"));

  test.each([`  ${key} `, key.toUpperCase(), key.slice("pk_live_".length), `of ${key}`, key.slice(0, 25)])(
    "%s",
    (typed) => {
      const kept = searchText(typed).split(" ").at(-1) ?? "";
      expect(kept).toHaveLength(4);
      expect(readListState({ search: typed }).search).toBe(searchText(typed));
    },
  );

  test("nor any part of it that is being typed", () => {
    for (let length = 9; length <= key.length; length++) {
      expect(searchText(key.slice(0, length)).length).toBeLessThanOrEqual(4);
    }
    expect(searchText(key)).toBe(last_four);
  });

  test.each(["candidate-sync-production", "Careers site 2", "nightly_export_of_candidates"])(
    "%s is a name, and stays whole",
    (name) => {
      expect(searchText(name)).toBe(name);
    },
  );
});
