import { Resolver } from "node:dns/promises";
import { isIP } from "node:net";
import ipaddr from "ipaddr.js";
import { env } from "@/lib/env";
import { invalid } from "@/lib/errors";

const LOOKUP_MS = 3_000;
/** Names that never mean a host on the internet, whatever a resolver says (RFC 6761, RFC 6762, RFC 9476). */
const LOCAL_NAME = /(?:^|\.)(?:localhost|local|internal|home\.arpa)\.?$/;
/** Looks public, and answers with a machine's own configuration inside Azure. */
const METADATA = ["168.63.129.16"];
const NO_NAME = "must name a host: parts of 1 to 63 characters, and 253 in all";
const NOT_PUBLIC = "must lead to a host on the internet";

export type Resolve = (host: string) => Promise<string[]>;

/**
 * Throws a 422 at `url` unless webhooks may go there: https on its usual ports, to a host on the internet, without
 * credentials in the address; hosts of WEBHOOK_ALLOWED_HOSTS as they like. A name that does not resolve now is let
 * through: what it resolves to is judged again whenever something is sent there.
 */
export async function requireDeliverable(
  text: string,
  allowed: readonly string[] = env().WEBHOOK_ALLOWED_HOSTS,
  resolve: Resolve = resolveHost,
): Promise<void> {
  const url = new URL(text);
  const why = objectionTo(url, allowed);
  if (why !== null) throw invalid("url", `url ${why}`);
  if (isAllowed(url, allowed) || isIP(addressIn(url))) return;
  const addresses = await resolve(url.hostname);
  if (!addresses.every(isPublic)) throw invalid("url", `url ${NOT_PUBLIC}`);
}

/** What speaks against sending to a URL, as far as the URL itself tells; null where nothing does. */
export function objectionTo(url: URL, allowed: readonly string[]): string | null {
  const { protocol, port, hostname, username, password } = url;
  if (username || password) return "must not hold credentials";
  if (isAllowed(url, allowed)) return null;
  if (protocol !== "https:") return "must be an https address";
  if (port !== "" && port !== "80") return "must use port 443 or 80";
  const address = addressIn(url);
  if (!isIP(address) && !isName(hostname)) return NO_NAME;
  return LOCAL_NAME.test(hostname) || (isIP(address) && !isPublic(address)) ? NOT_PUBLIC : null;
}

/** Whether the operator lets webhooks go to this host (or this port of it) by whatever way. */
export function isAllowed(url: URL, allowed: readonly string[]): boolean {
  const { protocol, hostname } = url;
  // The usual port is not part of a URL, but perhaps of what is allowed.
  const port = url.port || (protocol === "https:" ? "443" : "80");
  return [hostname, addressIn(url), `${hostname}:${port}`].some((host) => allowed.includes(host));
}

/** RFC 1035 section 2.3.4, as text; a dot at the end is the root's. */
function isName(hostname: string): boolean {
  const name = hostname.replace(/\.$/, "");
  return name.length <= 253 && name.split(".").every((label) => label !== "" && label.length <= 63);
}

/** Whether an IP address is one of the internet's: not private, local, mapped, translated, reserved or a group's. */
export function isPublic(address: string): boolean {
  if (isIP(address) === 0 || METADATA.includes(address)) return false;
  const parsed = ipaddr.parse(address);
  // All that is allocated so far is in 2000::/3; outside it other notations of IPv4 addresses hide.
  const allocated = parsed.kind() === "ipv4" || parsed.match(ipaddr.parseCIDR("2000::/3"));
  return allocated && parsed.range() === "unicast";
}

/**
 * The addresses of a name, none where it has none. Not by `lookup`, whose few threads hash passwords too and would wait
 * for the slowest name server.
 */
export async function resolveHost(host: string): Promise<string[]> {
  const resolver = new Resolver({ timeout: LOOKUP_MS, tries: 1 });
  const found = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)]);
  return found.flatMap((one) => (one.status === "fulfilled" ? one.value : []));
}

/** URL has brought every spelling of an IPv4 address into one form; IPv6 addresses are in brackets. */
function addressIn({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, "");
}
