import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mayGrant } from "./actor";
import { ROLE_NAMES, scopesOfRole } from "./roles";
import {
  effectiveScopes,
  FINE_SCOPES,
  grants,
  inOrder,
  leavesOf,
  leavesWithin,
  SCOPE_NAMES,
  type Scope,
} from "./scopes";

const lists = fc.subarray([...SCOPE_NAMES]);

test("there are 17 scopes, 14 of them fine", () => {
  expect(SCOPE_NAMES).toHaveLength(17);
  expect(FINE_SCOPES).toHaveLength(14);
});

describe("leaves", () => {
  test("read is every read scope, write every write scope, bulk included; together they are all fine ones", () => {
    expect([...leavesOf(["read"])]).toEqual(FINE_SCOPES.filter((scope) => scope.endsWith(":read")));
    expect([...leavesOf(["write"])]).toEqual(FINE_SCOPES.filter((scope) => scope.endsWith(":write")));
    expect(leavesOf(["read", "write"])).toEqual(new Set(FINE_SCOPES));
  });

  test("only * manages keys", () => {
    expect(leavesOf(["*"])).toEqual(new Set([...FINE_SCOPES, "api-keys:manage"]));
    const others = SCOPE_NAMES.filter((scope) => scope !== "*");
    expect(grants(leavesOf(others), "api-keys:manage")).toBe(false);
  });

  test("no write scope grants a read", () => {
    const writes = SCOPE_NAMES.filter((scope) => scope === "write" || scope.endsWith(":write"));
    expect([...leavesOf(writes)].filter((leaf) => leaf.endsWith(":read"))).toEqual([]);
  });

  test.each([[[]], [["api-keys:manage"]], [["READ"]], [["candidates:*"]], [["admin", "__proto__", ""]]])(
    "%j grants nothing",
    (scopes) => expect(leavesOf(scopes)).toEqual(new Set()),
  );

  test("more scopes never grant less, and leaves add up", () => {
    fc.assert(
      fc.property(lists, lists, (a, b) => {
        expect(leavesOf([...a, ...b])).toEqual(new Set([...leavesOf(a), ...leavesOf(b)]));
      }),
    );
  });
});

describe("effective scopes", () => {
  test("are what both the key and its owner grant, whichever comes first", () => {
    fc.assert(
      fc.property(lists, lists, (key, owner) => {
        const both = FINE_SCOPES.filter((scope) => leavesOf(key).has(scope) && leavesOf(owner).has(scope));
        expect(effectiveScopes(key, owner)).toEqual(both);
        expect(effectiveScopes(owner, key)).toEqual(both);
        const leaves = [...leavesOf(key)].filter((leaf) => leavesOf(owner).has(leaf));
        expect(leavesWithin(key, owner)).toEqual(new Set(leaves));
      }),
    );
  });

  test("never exceed the owner's role, even for *", () => {
    for (const role of ROLE_NAMES) {
      const held = leavesOf(scopesOfRole(role));
      expect(effectiveScopes(["*"], scopesOfRole(role)).every((scope) => held.has(scope))).toBe(true);
    }
    expect(effectiveScopes(["*"], scopesOfRole("viewer"))).toEqual(
      FINE_SCOPES.filter((s) => s.endsWith(":read")),
    );
  });
});

describe("giving scopes away", () => {
  test("never yields a leaf that the giver lacks", () => {
    fc.assert(
      fc.property(lists, fc.constantFrom(...SCOPE_NAMES), (held, given) => {
        fc.pre(mayGrant(held, given));
        const leaves = leavesOf(held);
        expect([...leavesOf([given])].every((leaf) => leaves.has(leaf))).toBe(true);
      }),
    );
  });

  test("a broad name needs that name or *, not its parts", () => {
    const reads = FINE_SCOPES.filter((scope) => scope.endsWith(":read"));
    expect(mayGrant(reads, "read")).toBe(false);
    expect(mayGrant(["read", "write"], "*")).toBe(false);
    expect(mayGrant(["read"], "read")).toBe(true);
    expect(mayGrant(["*"], "read")).toBe(true);
    expect(mayGrant(["read"], "candidates:read")).toBe(true);
  });
});

test("a list is put in the table's order, without duplicates", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...SCOPE_NAMES)), (scopes: Scope[]) => {
      const ordered = inOrder(scopes);
      expect(new Set(ordered)).toEqual(new Set(scopes));
      expect(ordered).toEqual(SCOPE_NAMES.filter((scope) => ordered.includes(scope)));
    }),
  );
});
