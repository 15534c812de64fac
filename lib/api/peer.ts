import { BlockList, isIP } from "node:net";

/** What a connection's other end and its proxies say about a client. */
export type Peer = {
  /** The client's address in canonical form; null where it is unknown. */
  address: string | null;
  /** Whether the connection came from a trusted proxy, whose other statements may then be believed. */
  viaProxy: boolean;
};

/**
 * Who really calls: the connection's peer, or, where that is a trusted proxy, the right-most address in its
 * X-Forwarded-For that is not itself one. Entries further left are the client's own claims.
 */
export function resolvePeer(
  remote: string | undefined,
  forwardedFor: string | undefined,
  proxies: BlockList,
): Peer {
  let address = canonicalAddress(remote ?? "");
  const viaProxy = address !== null && contains(proxies, address);
  const hops = viaProxy ? (forwardedFor?.split(",") ?? []) : [];
  while (address !== null && contains(proxies, address) && hops.length > 0) {
    address = canonicalAddress(withoutPort(hops.pop() ?? ""));
  }
  return { address, viaProxy };
}

/**
 * Parses TRUSTED_PROXIES: addresses and CIDR blocks, separated by commas. Throws, naming the entry, where one is
 * neither.
 */
export function parseProxies(list: string): BlockList {
  const proxies = new BlockList();
  for (const entry of list.split(",").map((part) => part.trim())) {
    if (entry === "") continue;
    const [net = "", bits] = entry.split("/");
    const size = isIP(net) === 6 ? 128 : 32;
    const prefix = bits === undefined ? size : Number(bits);
    if (!isIP(net) || !/^\d*$/.test(bits ?? "") || bits === "" || prefix > size) {
      throw new Error(`TRUSTED_PROXIES: "${entry}" is no IP address or CIDR block`);
    }
    proxies.addSubnet(net, prefix, family(net));
  }
  return proxies;
}

/** One spelling for each address: IPv6 shortened as RFC 5952 says, IPv4-mapped IPv6 as IPv4; null for anything else. */
export function canonicalAddress(text: string): string | null {
  const [address = ""] = text.trim().split("%");
  if (isIP(address) !== 6) return isIP(address) === 4 ? address : null;
  const short = new URL(`http://[${address}]`).hostname.slice(1, -1);
  const mapped = /^::ffff:([0-9a-f]+):([0-9a-f]+)$/.exec(short);
  if (!mapped) return short;
  const [high, low] = [Number.parseInt(mapped[1] ?? "", 16), Number.parseInt(mapped[2] ?? "", 16)];
  return [high >> 8, high & 255, low >> 8, low & 255].join(".");
}

/** Some proxies append the port: `192.0.2.1:4711`, `[2001:db8::1]:4711`. */
function withoutPort(entry: string): string {
  return entry
    .trim()
    .replace(/^\[(.*)\](:\d+)?$/, "$1")
    .replace(/^([\d.]+):\d+$/, "$1");
}

function contains(list: BlockList, address: string): boolean {
  return list.check(address, family(address));
}

function family(address: string): "ipv4" | "ipv6" {
  return isIP(address) === 6 ? "ipv6" : "ipv4";
}
