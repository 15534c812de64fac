import fc from "fast-check";
import { expect, test } from "vitest";
import { NOWHERE } from "@/lib/access/actor";
import { ROLE_NAMES, scopesOfRole } from "@/lib/access/roles";
import { leavesOf, SCOPE_NAMES } from "@/lib/access/scopes";
import type { VerifiedKey } from "@/lib/api-keys/verify";
import { keyActor } from "./key-actor";

const KEY: VerifiedKey = {
  id: "key",
  organizationId: "organization",
  plan: "free",
  ownerId: "owner",
  ownerRole: "admin",
  scopes: ["*"],
  expiresAt: null,
  allowedIps: [],
  rateLimit: null,
};

test("a key may do what both its scopes and its owner's role grant", () => {
  const scopes = fc.subarray([...SCOPE_NAMES]);
  fc.assert(
    fc.property(scopes, fc.constantFrom(...ROLE_NAMES), (scopes, ownerRole) => {
      const { leaves } = keyActor({ ...KEY, scopes, ownerRole }, NOWHERE);
      const [key, owner] = [leavesOf(scopes), leavesOf(scopesOfRole(ownerRole))];
      expect(leaves).toEqual(new Set([...key].filter((leaf) => owner.has(leaf))));
    }),
  );
});

test("unknown scopes in a row are not held", () => {
  const { scopes, leaves } = keyActor({ ...KEY, scopes: ["admin", "candidates:read"] }, NOWHERE);
  expect(scopes).toEqual(["candidates:read"]);
  expect([...leaves]).toEqual(["candidates:read"]);
});
