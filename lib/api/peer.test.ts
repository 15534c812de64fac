import { describe, expect, test } from "vitest";
import { canonicalAddress, parseProxies, resolvePeer } from "./peer";

const NONE = parseProxies("");
const PROXIES = parseProxies("10.0.0.0/8, 192.0.2.7, 2001:db8::/32");

describe("without trusted proxies", () => {
  test("the peer is the client, whatever it claims", () => {
    expect(resolvePeer("203.0.113.9", "1.2.3.4", NONE)).toEqual({ address: "203.0.113.9", viaProxy: false });
  });

  test("a connection without an address is unknown", () => {
    expect(resolvePeer(undefined, "1.2.3.4", NONE)).toEqual({ address: null, viaProxy: false });
  });
});

describe("behind trusted proxies", () => {
  test("an untrusted peer's header is not believed", () => {
    expect(resolvePeer("203.0.113.9", "1.2.3.4", PROXIES).address).toBe("203.0.113.9");
  });

  test.each([
    ["198.51.100.1", "198.51.100.1"],
    ["6.6.6.6, 198.51.100.1", "198.51.100.1"],
    ["6.6.6.6, 198.51.100.1, 10.9.9.9, 192.0.2.7", "198.51.100.1"],
    ["198.51.100.1:4711", "198.51.100.1"],
    ["[2001:DB9::0:1]:4711", "2001:db9::1"],
    ["::ffff:198.51.100.1", "198.51.100.1"],
    ["10.2.2.2, 10.3.3.3", "10.2.2.2"],
  ])("X-Forwarded-For: %s → %s", (header, address) => {
    expect(resolvePeer("10.1.1.1", header, PROXIES)).toEqual({ address, viaProxy: true });
  });

  test.each(["6.6.6.6, unknown", "6.6.6.6,", "_hidden", "6.6.6.6, 999.1.1.1"])(
    "X-Forwarded-For: %s leaves the client unknown rather than guessed",
    (header) => {
      expect(resolvePeer("10.1.1.1", header, PROXIES)).toEqual({ address: null, viaProxy: true });
    },
  );

  test("a proxy that forwards nothing is the client", () => {
    expect(resolvePeer("::ffff:10.1.1.1", undefined, PROXIES)).toEqual({
      address: "10.1.1.1",
      viaProxy: true,
    });
  });
});

test.each(["10.0.0.0/33", "example.com", "10.0.0.1/", "10.0.0.1/x", "2001:db8::/129", "10.0.0.1/-1"])(
  "TRUSTED_PROXIES refuses %s by name",
  (entry) => {
    expect(() => parseProxies(`127.0.0.1,${entry}`)).toThrow(`"${entry}"`);
  },
);

test.each([
  ["2001:0DB8:0:0::1", "2001:db8::1"],
  ["::ffff:7f00:1", "127.0.0.1"],
  ["fe80::1%eth0", "fe80::1"],
  ["::1", "::1"],
  ["127.0.0.1", "127.0.0.1"],
  ["127.1", null],
  ["", null],
])("canonical form of %s is %s", (text, canonical) => {
  expect(canonicalAddress(text)).toBe(canonical);
});
