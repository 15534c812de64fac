import { isIPv6 } from "node:net";

/** What counts as one caller where callers are limited: an IPv4 address, an IPv6 /64 (what one customer usually gets), or unknown. */
export function networkOf(address: string | null): string {
  if (address === null) return "unknown";
  if (!isIPv6(address)) return address;
  const [head = "", tail] = address.split("::");
  const front = groups(head);
  const zeros = tail === undefined ? 0 : 8 - front.length - groups(tail).length;
  return [...front, ...Array<string>(zeros).fill("0"), ...groups(tail ?? "")].slice(0, 4).join(":");
}

function groups(part: string): string[] {
  return part === "" ? [] : part.split(":");
}
