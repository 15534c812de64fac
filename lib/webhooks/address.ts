import { Resolver } from "node:dns/promises";
import { isIP } from "node:net";
import ipaddr from "ipaddr.js";
import { env } from "@/lib/env";
import { type AppError, invalid } from "@/lib/errors";

const LOOKUP_MS = 3_000;
/** Names that never mean a host on the internet, whatever a resolver says (RFC 6761, RFC 6762, RFC 9476). */
const LOCAL_NAME = /(?:^|\.)(?:localhost|local|internal|home\.arpa)\.?$/;
/** Looks public, and answers with a machine's own configuration inside Azure. */
const METADATA = ["168.63.129.16"];

type Resolve = (host: string) => Promise<string[]>;

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
  const { protocol, port, host, hostname, username, password } = new URL(text);
  if (username || password) throw refused("must not hold credentials");
  if (allowed.includes(host) || allowed.includes(hostname)) return;
  if (protocol !== "https:") throw refused("must be an https address");
  if (port !== "" && port !== "80") throw refused("must use port 443 or 80");
  if (LOCAL_NAME.test(hostname)) throw refused("must lead to a host on the internet");
  // URL has brought every spelling of an IPv4 address into one form; IPv6 addresses are in brackets.
  const address = hostname.replace(/^\[|\]$/g, "");
  const addresses = isIP(address) ? [address] : await resolve(hostname);
  if (!addresses.every(isPublic)) throw refused("must lead to a host on the internet");
}

/** Whether an IP address is one of the internet's: not private, local, mapped, translated, reserved or a group's. */
export function isPublic(address: string): boolean {
  if (isIP(address) === 0 || METADATA.includes(address)) return false;
  const parsed = ipaddr.parse(address);
  // All that is allocated so far is in 2000::/3; outside it other notations of IPv4 addresses hide.
  const allocated = parsed.kind() === "ipv4" || parsed.match(ipaddr.parseCIDR("2000::/3"));
  return allocated && parsed.range() === "unicast";
}

/** Not by `lookup`, whose few threads hash passwords too and would wait for the slowest name server. */
async function resolveHost(host: string): Promise<string[]> {
  const resolver = new Resolver({ timeout: LOOKUP_MS, tries: 1 });
  const found = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)]);
  return found.flatMap((one) => (one.status === "fulfilled" ? one.value : []));
}

function refused(why: string): AppError {
  return invalid("url", `url ${why}`);
}
