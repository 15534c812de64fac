import { expect, test } from "vitest";
import { parse } from "@/lib/faults";
import { ChangeKey, GenerateKey, RevokeKey } from "./schema";

const valid = { name: "Sync", scopes: ["read"] };

test.each([
  ["an empty list", []],
  ["null", null],
  ["nothing", undefined],
  ["a name in another case", ["READ"]],
  ["an unknown name", ["candidates:delete"]],
  ["an internal name", ["api-keys:manage"]],
  ["a number", [1]],
  ["a name instead of a list", "read"],
  ["an object", { 0: "read", length: 1 }],
])("scopes: %s is refused, for a new key and for a change", (_, scopes) => {
  expect(GenerateKey.safeParse({ ...valid, scopes }).success).toBe(false);
  expect(ChangeKey.safeParse({ scopes }).success).toBe(scopes === undefined);
});

test("scopes are folded and put in order", () => {
  const { scopes } = GenerateKey.parse({ name: "Sync", scopes: ["write", "read", "write"] });
  expect(scopes).toEqual(["read", "write"]);
});

test("a misspelled expiry does not make an eternal key", () => {
  const parsed = parse(GenerateKey, { ...valid, expiry: "2027-01-31T12:00:00Z" });
  expect(parsed).toMatchObject({
    ok: false,
    faults: [{ field: "expiry", message: "expiry is not a known field" }],
  });
});

test.each([
  "2027-01-31",
  "tomorrow",
  "2027-02-30T00:00:00Z",
  "2027-01-31T12:00:00",
  "9999-12-31T23:59:59-01:00",
  1_800_000_000,
  "",
])("expires_at %j is refused", (expires_at) =>
  expect(GenerateKey.safeParse({ ...valid, expires_at }).success).toBe(false),
);

test("an expiry is an instant", () => {
  const { expires_at } = GenerateKey.parse({ ...valid, expires_at: "2027-01-31T12:00:00+02:00" });
  expect(expires_at).toEqual(new Date("2027-01-31T10:00:00Z"));
});

test.each(["a\0b", "\ud800", "x".repeat(101), " ", ""])("name %j is refused", (name) => {
  expect(GenerateKey.safeParse({ ...valid, name }).success).toBe(false);
});

test("a change changes nothing that it does not name", () => {
  expect(ChangeKey.parse({ name: "New" })).toEqual({ name: "New" });
  expect(ChangeKey.safeParse({}).success).toBe(false);
});

test("to revoke needs no words", () => {
  expect(RevokeKey.parse({})).toEqual({ reason: null, descendants: false });
});
