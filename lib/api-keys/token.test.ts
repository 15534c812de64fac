import fc from "fast-check";
import { expect, test } from "vitest";
import { isWellFormed, withoutKeys } from "./key-form";
import { hashOf, mint } from "./token";

const secrets = fc.uint8Array({ minLength: 20, maxLength: 20 });
const ALPHABET = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"];

// Computed with another implementation (Python's zlib and base64).
test.each([
  [new Uint8Array(20), "pk_live_AAAAAAAAAAAAAAAAAAAAAAAAAAAKmQi4"],
  [Uint8Array.from({ length: 20 }, (_, index) => index), "pk_live_AAECAwQFBgcICQoLDA0ODxAREhM-kWyR"],
  [new Uint8Array(20).fill(255), "pk_live___________________________8pu-GF"],
])("the key of a known secret", (secret, key) => {
  expect(mint(secret).key).toBe(key);
  expect(isWellFormed(key)).toBe(true);
});

test("every key is pk_live_ and 32 base64url characters", () => {
  fc.assert(
    fc.property(secrets, (secret) => {
      const { key, key_prefix, last_four } = mint(secret);
      expect(key).toMatch(/^pk_live_[A-Za-z0-9_-]{32}$/);
      expect(isWellFormed(key)).toBe(true);
      expect([key_prefix, last_four]).toEqual([key.slice(0, 12), key.slice(36)]);
    }),
  );
});

test("keys do not repeat", () => {
  const keys = Array.from({ length: 1_000 }, () => mint().key);
  expect(new Set(keys).size).toBe(1_000);
});

test("every change of a single character is caught, without the database", () => {
  fc.assert(
    fc.property(secrets, (secret) => {
      const { key } = mint(secret);
      for (let at = 0; at < key.length; at += 1) {
        for (const other of ALPHABET) {
          if (other === key[at]) continue;
          expect(isWellFormed(key.slice(0, at) + other + key.slice(at + 1))).toBe(false);
        }
      }
    }),
    { numRuns: 5 },
  );
});

test("two characters that changed places are caught", () => {
  fc.assert(
    fc.property(secrets, fc.integer({ min: 8, max: 38 }), (secret, at) => {
      const { key } = mint(secret);
      fc.pre(key[at] !== key[at + 1]);
      expect(isWellFormed(`${key.slice(0, at)}${key[at + 1]}${key[at]}${key.slice(at + 2)}`)).toBe(false);
    }),
  );
});

test.each([
  "",
  "pk_live_",
  "pk_test_AAAAAAAAAAAAAAAAAAAAAAAAAAAKmQi4",
  "pk_live_AAAAAAAAAAAAAAAAAAAAAAAAAAAKmQi",
])("%j is no key", (text) => expect(isWellFormed(text)).toBe(false));

test("whitespace, a line's end or more characters around a key make it none", () => {
  const { key } = mint();
  for (const text of [` ${key}`, `${key} `, `${key}\n`, `${key}A`, key.toUpperCase(), `${key}=`]) {
    expect(isWellFormed(text)).toBe(false);
  }
});

test("the hash is SHA-256 of the whole key", () => {
  expect(Buffer.from(hashOf("pk_live_AAECAwQFBgcICQoLDA0ODxAREhM-kWyR")).toString("hex")).toBe(
    "bc58bc97e878ecf5e11add5e0e19e217ab941a0e182082cb9b4d2ce6a5bec66f",
  );
});

test("a key in a text is cut down to what may be shown of it", () => {
  const { key, key_prefix, last_four } = mint();
  expect(withoutKeys(`https://example.com/?a=${key}#${key}`)).toBe(
    `https://example.com/?a=${key_prefix}…${last_four}#${key_prefix}…${last_four}`,
  );
  expect(withoutKeys("https://example.com/pk_live_")).toBe("https://example.com/pk_live_");
});
