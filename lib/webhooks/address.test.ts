import { describe, expect, test } from "vitest";
import { isPublic, requireDeliverable } from "./address";

const PUBLIC = ["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c"];

const NO_NAME = "url must name a host: parts of 1 to 63 characters, and 253 in all";

/** Judges an address as if its name resolved so. */
const judge = (url: string, addresses: string[] = PUBLIC, allowed: string[] = []) =>
  requireDeliverable(url, allowed, async () => addresses).then(
    () => "accepted",
    (error: Error) => error.message,
  );

test.each([
  "https://hooks.example.com/prepzo?team=1",
  "https://hooks.example.com:443/",
  "https://hooks.example.com:80/",
  "https://93.184.215.14/",
  "https://[2606:2800:21f:cb07:6820:80da:af6b:8b2c]/",
  "https://xn--bcher-kva.example/",
  `https://${"a".repeat(63)}.example.com./`,
  `https://${"a123456789.".repeat(22)}example.com/`,
])("%s is accepted", async (url) => {
  expect(await judge(url)).toBe("accepted");
});

test("a name that does not resolve now is accepted", async () => {
  expect(await judge("https://new.example.com/", [])).toBe("accepted");
});

test.each([
  ["http://hooks.example.com/", "url must be an https address"],
  ["https://hooks.example.com:8443/", "url must use port 443 or 80"],
  ["https://user@hooks.example.com/", "url must not hold credentials"],
  ["https://:secret@hooks.example.com/", "url must not hold credentials"],
  [`https://${"a".repeat(64)}.example.com/`, NO_NAME],
  [`https://${"a123456789.".repeat(22)}example.com.a/`, NO_NAME],
  ["https://hooks..example.com/", NO_NAME],
  ["https://.example.com/", NO_NAME],
  ["https://example.com../", NO_NAME],
])("%s: %s", async (url, why) => {
  expect(await judge(url)).toBe(why);
});

describe("leads to no host on the internet", () => {
  const why = "url must lead to a host on the internet";

  test.each([
    "https://localhost/",
    "https://LOCALHOST./",
    "https://app.localhost/",
    "https://printer.local/",
    "https://metadata.google.internal/",
    "https://router.home.arpa/",
    "https://127.0.0.1/",
    "https://127.1/",
    "https://2130706433/",
    "https://0x7f000001/",
    "https://0x7f.0.0.1/",
    "https://0177.0.0.01/",
    "https://017700000001/",
    "https://%31%32%37.0.0.1/",
    "https://１２７.0.0.1/",
    "https://127。0。0。1/",
    "https://0/",
    "https://10.0.0.1/",
    "https://172.31.255.255/",
    "https://192.168.1.1/",
    "https://100.64.0.1/",
    "https://169.254.169.254/latest/meta-data/",
    "https://168.63.129.16/",
    "https://192.0.0.192/",
    "https://198.18.0.1/",
    "https://224.0.0.1/",
    "https://255.255.255.255/",
    "https://[::]/",
    "https://[::1]/",
    "https://[::127.0.0.1]/",
    "https://[::ffff:127.0.0.1]/",
    "https://[::ffff:8.8.8.8]/",
    "https://[64:ff9b::7f00:1]/",
    "https://[2002:7f00:1::]/",
    "https://[2001::1]/",
    "https://[fd00:ec2::254]/",
    "https://[fe80::1]/",
    "https://[fec0::1]/",
    "https://[ff02::1]/",
    "https://[2001:db8::1]/",
  ])("%s", async (url) => {
    expect(await judge(url)).toBe(why);
  });

  test.each([
    ["a private one", ["10.0.0.1"]],
    ["a private one among others", [...PUBLIC, "192.168.1.1"]],
    ["this machine", ["::1"]],
    ["an IPv4 address inside IPv6", ["::ffff:169.254.169.254"]],
    ["what is no address", ["nonsense"]],
  ])("a name that resolves to %s", async (_, addresses) => {
    expect(await judge("https://hooks.example.com/", addresses)).toBe(why);
  });
});

test("an allowed host may be private, on any port, by plain http; another port of it only where that is allowed", async () => {
  expect(await judge("http://localhost:4000/hook", [], ["localhost"])).toBe("accepted");
  expect(await judge("http://127.0.0.1:4000/", [], ["127.0.0.1:4000"])).toBe("accepted");
  expect(await judge("http://localhost/", [], ["localhost:80"])).toBe("accepted");
  expect(await judge("https://localhost/", [], ["localhost:443"])).toBe("accepted");
  expect(await judge("http://[::1]:4000/", [], ["::1"])).toBe("accepted");
  expect(await judge("http://[::1]:4000/", [], ["[::1]:4000"])).toBe("accepted");
  expect(await judge("http://localhost/", [], ["localhost:443"])).not.toBe("accepted");
  expect(await judge("http://127.0.0.1:4001/", [], ["127.0.0.1:4000"])).not.toBe("accepted");
  expect(await judge("http://127.0.0.1:4000/", [], ["localhost"])).not.toBe("accepted");
  expect(await judge("http://a:b@localhost/", [], ["localhost"])).not.toBe("accepted");
});

test("only addresses of the internet are public", () => {
  expect(PUBLIC.every(isPublic)).toBe(true);
  expect(["", "127.0.0.1", "::", "fe80::1%eth0", "1.2.3"].some(isPublic)).toBe(false);
});
