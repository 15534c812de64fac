import type { IncomingMessage } from "node:http";
import type { BlockList } from "node:net";
import { canonicalTarget } from "./canonical-path";
import { resolvePeer } from "./peer";

/** What every method that no endpoint serves arrives as. */
export const UNSERVED = "PUT";
const METHODS = new Set(["GET", "HEAD", "POST", "PATCH", "DELETE", "OPTIONS"]);

/**
 * Makes a request say only what is true, whoever reads it further in:
 * `x-prepzo-address` is the client's address as the connection shows it (absent: unknown), `x-forwarded-host` and
 * `x-forwarded-proto` are how the client reached us, and nothing else of what proxies add is left. For the API also:
 * a path in unusual spelling leads nowhere, every Authorization line is seen, and an unknown method is one that no
 * endpoint serves.
 */
export function normalize(request: IncomingMessage, proxies: BlockList): void {
  const { headers } = request;
  const peer = resolvePeer(request.socket.remoteAddress, text(headers["x-forwarded-for"]), proxies);
  const host = (peer.viaProxy && last(headers["x-forwarded-host"])) || headers.host;
  const secure = peer.viaProxy && last(headers["x-forwarded-proto"]) === "https";
  for (const name of Object.keys(headers)) if (CLAIMS.test(name)) delete headers[name];
  if (peer.address) headers["x-prepzo-address"] = peer.address;
  if (host) headers["x-forwarded-host"] = host;
  headers["x-forwarded-proto"] = secure ? "https" : "http";

  request.url = canonicalTarget(request.url ?? "/");
  if (request.url.startsWith("/api/v1/")) {
    // Node keeps the first line only; joined they are no valid credential, as two should be.
    const credentials = request.headersDistinct.authorization;
    if (credentials && credentials.length > 1) headers.authorization = credentials.join(", ");
    if (!METHODS.has(request.method ?? "")) request.method = UNSERVED;
    // Of no meaning further in, where an odd one would only stand in the way of building a URL.
    headers.host = "localhost";
  }
  // Some readers take the raw lines, and must find the same there.
  request.rawHeaders = Object.entries(headers).flatMap(([name, value]) => [name, text(value) ?? ""]);
}

/** Node joins repeated lines of a header with commas; the last entry is the nearest proxy's. */
function last(header: string | string[] | undefined): string | undefined {
  return text(header)?.split(",").at(-1)?.trim();
}

function text(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header.join(",") : header;
}

const CLAIMS = /^(x-forwarded-.*|forwarded|x-real-ip|x-prepzo-address)$/;
