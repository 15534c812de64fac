import { BlockList, isIPv6 } from "node:net";
import fc from "fast-check";
import { expect, test } from "vitest";
import { areWithin, canonicalBlock } from "./addresses";

test.each([
  ["203.0.113.7", "203.0.113.7"],
  ["203.0.113.7/32", "203.0.113.7"],
  ["203.0.113.7/24", "203.0.113.0/24"],
  ["0.0.0.0/0", "0.0.0.0/0"],
  ["2001:DB8:0:0::1", "2001:db8::1"],
  ["2001:db8::1/128", "2001:db8::1"],
  ["2001:db8:ffff::1/32", "2001:db8::/32"],
  ["::ffff:203.0.113.7", "203.0.113.7"],
  ["::ffff:cb00:7107/120", "203.0.113.0/24"],
  ["0:0:0:0:0:ffff:203.0.113.7", "203.0.113.7"],
])("%s is written %s", (text, canonical) => expect(canonicalBlock(text)).toBe(canonical));

test.each([
  "",
  "localhost",
  "203.0.113",
  "203.0.113.256",
  "0x7f.1",
  "2130706433",
  "0177.0.0.1",
  "01.2.3.4",
  "203.0.113.7/33",
  "203.0.113.7/-1",
  "203.0.113.7/",
  "203.0.113.7/24/24",
  "203.0.113.7 ",
  "fe80::1%eth0",
  "2001:db8::/129",
  "::ffff:203.0.113.7/90",
  "203.0.113.7:443",
  "[2001:db8::1]",
  "::127.0.0.1",
  "64:ff9b::192.0.2.1",
])("%j is no address", (text) => expect(canonicalBlock(text)).toBeNull());

test("an empty list is any address: within nothing but another such, and holding everything", () => {
  expect(areWithin([], [])).toBe(true);
  expect(areWithin(["203.0.113.7"], [])).toBe(true);
  expect(areWithin([], ["0.0.0.0/0", "::/0"])).toBe(false);
});

test.each([
  [["203.0.113.7"], ["203.0.113.0/24"], true],
  [["203.0.113.0/24"], ["203.0.113.0/24"], true],
  [["203.0.113.0/23"], ["203.0.113.0/24"], false],
  [["203.0.113.7", "198.51.100.1"], ["203.0.113.0/24"], false],
  [["203.0.113.7", "198.51.100.1"], ["203.0.113.0/24", "198.51.100.0/24"], true],
  [["2001:db8:1::/48"], ["2001:db8::/32"], true],
  [["2001:db8::1"], ["0.0.0.0/0"], false],
  [["203.0.113.7"], ["::/0"], false],
  [["203.0.113.0/24"], ["203.0.113.0/25", "203.0.113.128/25"], true],
  [["203.0.113.0/24"], ["203.0.113.128/25", "203.0.113.64/26", "203.0.113.0/26"], true],
  [["203.0.113.0/24"], ["203.0.113.0/25", "203.0.113.129/32", "203.0.113.192/26"], false],
  [["2001:db8::/32"], ["2001:db8::/33", "2001:db8:8000::/33"], true],
])("%j within %j: %s", (inner, outer, expected) => expect(areWithin(inner, outer)).toBe(expected));

const address = fc.oneof(fc.ipV4(), fc.ipV6());
const block = fc
  .tuple(address, fc.nat(128))
  .map(([ip, bits]) => canonicalBlock(isIPv6(ip) ? `${ip}/${bits}` : `${ip}/${bits % 33}`))
  .filter((text) => text !== null);

test("the canonical spelling stays as it is", () => {
  fc.assert(fc.property(block, (text) => canonicalBlock(text) === text));
});

const split = (text: string) => {
  const [network = "", bits] = text.split("/");
  const family = isIPv6(network) ? ("ipv6" as const) : ("ipv4" as const);
  const most = family === "ipv6" ? 128 : 32;
  return { network, family, most, bits: Number(bits ?? most) };
};

test("a block holds each part of itself and no larger one; Node's own list agrees", () => {
  fc.assert(
    fc.property(block, fc.nat(128), (outer, further) => {
      const { network, family, most, bits } = split(outer);
      const inner = canonicalBlock(`${network}/${Math.min(bits + further, most)}`) as string;
      expect(areWithin([inner], [outer])).toBe(true);
      expect(areWithin([outer], [inner])).toBe(inner === outer);
      const list = new BlockList();
      list.addSubnet(network, bits, family);
      expect(list.check(split(inner).network, family)).toBe(true);
    }),
  );
});
