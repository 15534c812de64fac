import ipaddr from "ipaddr.js";

type Block = ReturnType<typeof ipaddr.parseCIDR>;

const V4_IN_V6_BITS = 96;

/**
 * One spelling for each IP address or CIDR block: the block's first address, IPv6 as RFC 5952 writes it, IPv4-mapped
 * IPv6 as the IPv4 that it is, a block of one address as that address. Null for anything else, odd spellings of IPv4
 * (octal, hexadecimal, fewer parts) included.
 */
export function canonicalBlock(text: string): string | null {
  const block = parse(text);
  if (block === null) return null;
  const [address, bits] = block;
  const cidr = `${address.toString()}/${bits}`;
  if (address.kind() === "ipv4") {
    const first = ipaddr.IPv4.networkAddressFromCIDR(cidr).toString();
    return bits === 32 ? first : `${first}/${bits}`;
  }
  const first = ipaddr.IPv6.networkAddressFromCIDR(cidr).toRFC5952String();
  return bits === 128 ? first : `${first}/${bits}`;
}

/** Whether every address of one list is in the other. Lists as stored: canonical, and an empty one means any address. */
export function areWithin(inner: readonly string[], outer: readonly string[]): boolean {
  if (outer.length === 0) return true;
  if (inner.length === 0) return false;
  const allowed = outer.map(parse).filter((block) => block !== null);
  return inner.every((entry) => {
    const block = parse(entry);
    return block !== null && allowed.some((wide) => holds(wide, block));
  });
}

function holds([network, bits]: Block, [address, narrower]: Block): boolean {
  return address.kind() === network.kind() && bits <= narrower && address.match(network, bits);
}

function parse(text: string): Block | null {
  const [address = "", bits, ...more] = text.split("/");
  const isV4 = ipaddr.IPv4.isValidFourPartDecimal(address);
  if (more.length > 0 || !(isV4 || (ipaddr.IPv6.isValid(address) && !address.includes("%")))) return null;
  if (bits !== undefined && !(/^\d{1,3}$/.test(bits) && Number(bits) <= (isV4 ? 32 : 128))) return null;
  const parsed = ipaddr.parse(address);
  const length = bits === undefined ? (isV4 ? 32 : 128) : Number(bits);
  if (!(parsed instanceof ipaddr.IPv6) || !parsed.isIPv4MappedAddress()) return [parsed, length] as Block;
  // A block that is wider than all of IPv4 and begins among the mapped addresses is nobody's intention.
  if (length < V4_IN_V6_BITS) return null;
  return [parsed.toIPv4Address(), length - V4_IN_V6_BITS];
}
