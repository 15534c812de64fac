import { expect, test } from "vitest";
import { isAllowed } from "./allowed-address";

const LIST = ["192.0.2.7", "198.51.100.0/24", "2001:db8:1::/48", "2001:db8:2::5"];

test.each(["192.0.2.7", "198.51.100.255", "2001:db8:1:ffff::9", "2001:db8:2::5"])("%s is in", (address) => {
  expect(isAllowed(address, LIST)).toBe(true);
});

test.each(["192.0.2.8", "198.51.101.0", "2001:db8:3::1", "2001:db8:2::6", "::ffff:c000:208"])(
  "%s is not",
  (address) => expect(isAllowed(address, LIST)).toBe(false),
);

test("an empty list lets everybody in, known or not", () => {
  expect(isAllowed("203.0.113.1", [])).toBe(true);
  expect(isAllowed(null, [])).toBe(true);
});

test("an unknown address passes no list, not even one of everything", () => {
  expect(isAllowed(null, ["0.0.0.0/0", "::/0"])).toBe(false);
});

test("a block of IPv6 lets no IPv4 in, however wide", () => {
  for (const block of ["::/0", "::/80", "::fffe:0:0/95"]) expect(isAllowed("192.0.2.7", [block])).toBe(false);
  expect(isAllowed("2001:db8::1", ["::/0"])).toBe(true);
  expect(isAllowed("192.0.2.7", ["::/0", "0.0.0.0/0"])).toBe(true);
});
