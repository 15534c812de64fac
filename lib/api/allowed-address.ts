import { BlockList, isIPv6 } from "node:net";

/** Whether a key's address list lets a caller in. Entries are IPs or CIDR blocks; an unknown address passes no list. */
export function isAllowed(address: string | null, list: readonly string[]): boolean {
  if (list.length === 0) return true;
  if (address === null) return false;
  const allowed = new BlockList();
  for (const entry of list) {
    const [network = "", bits] = entry.split("/");
    // A BlockList takes IPv4 for part of IPv6, so that `::/0` would let all of it in.
    if (family(network) !== family(address)) continue;
    allowed.addSubnet(network, Number(bits ?? (isIPv6(network) ? 128 : 32)), family(network));
  }
  return allowed.check(address, family(address));
}

function family(address: string): "ipv4" | "ipv6" {
  return isIPv6(address) ? "ipv6" : "ipv4";
}
