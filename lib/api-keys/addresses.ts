import ipaddr from "ipaddr.js";

type Block = ReturnType<typeof ipaddr.parseCIDR>;

const V4_IN_V6_BITS = 96;

/**
 * One spelling for each IP address or CIDR block: the block's first address, IPv6 as RFC 5952 writes it, IPv4-mapped
 * IPv6 as the IPv4 that it is, a block of one address as that address. Null for anything else, odd spellings of IPv4
 * (octal, hexadecimal, fewer parts) and IPv4-compatible IPv6 (`::127.0.0.1`, deprecated by RFC 4291 section 2.5.5.1)
 * included.
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
  const allowed = joined(outer.map(rangeOf).filter((range) => range !== null));
  return inner.every((entry) => {
    const range = rangeOf(entry);
    return range !== null && allowed.some((wide) => holds(wide, range));
  });
}

/** The addresses of a block, both ends included. */
type Range = { kind: string; first: bigint; last: bigint };

function rangeOf(text: string): Range | null {
  const block = parse(text);
  if (block === null) return null;
  const [address, bits] = block;
  const bytes = address.toByteArray();
  const size = 1n << BigInt(bytes.length * 8 - bits);
  const value = bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  const first = value - (value % size);
  return { kind: address.kind(), first, last: first + size - 1n };
}

/** The same addresses in as few ranges: two halves of a block hold whatever lies across them. */
function joined(ranges: Range[]): Range[] {
  const sorted = ranges.toSorted((a, b) => (a.first < b.first ? -1 : 1));
  const whole: Range[] = [];
  for (const range of sorted) {
    const before = whole.findLast(({ kind }) => kind === range.kind);
    if (before === undefined || range.first > before.last + 1n) whole.push({ ...range });
    else if (range.last > before.last) before.last = range.last;
  }
  return whole;
}

function holds(wide: Range, { kind, first, last }: Range): boolean {
  return wide.kind === kind && wide.first <= first && last <= wide.last;
}

function parse(text: string): Block | null {
  const [address = "", bits, ...more] = text.split("/");
  const isV4 = ipaddr.IPv4.isValidFourPartDecimal(address);
  if (more.length > 0 || !(isV4 || (ipaddr.IPv6.isValid(address) && !address.includes("%")))) return null;
  // ipaddr.js takes every dotted end for a mapped address.
  if (!isV4 && address.includes(".") && !/^(::|(0+:){5})ffff:/i.test(address)) return null;
  if (bits !== undefined && !(/^\d{1,3}$/.test(bits) && Number(bits) <= (isV4 ? 32 : 128))) return null;
  const parsed = ipaddr.parse(address);
  const length = bits === undefined ? (isV4 ? 32 : 128) : Number(bits);
  if (!(parsed instanceof ipaddr.IPv6) || !parsed.isIPv4MappedAddress()) return [parsed, length] as Block;
  // A block that is wider than all of IPv4 and begins among the mapped addresses is nobody's intention.
  if (length < V4_IN_V6_BITS) return null;
  return [parsed.toIPv4Address(), length - V4_IN_V6_BITS];
}
