import type { NextRequest } from "next/server";
import { env } from "@/lib/env";
import { authCookies } from "./cookies";
import { csrfToken } from "./csrf";
import { publicOrigin } from "./public-origin";

/** The request headers in which a page finds what only the proxy knows; what the client sent in them is replaced. */
export const PATH_HEADER = "x-prepzo-path";
export const CSRF_HEADER = "x-prepzo-csrf";

/**
 * Hands a page its own path, for the way back after signing in, and the CSRF token for its forms to next-auth. Returns
 * the cookie that goes with a new token, which a page itself could not set; null where the request brought a good one.
 */
export function handOver(request: NextRequest, inward: Headers) {
  const { pathname, searchParams } = request.nextUrl;
  const query = new URLSearchParams(searchParams);
  // Next's own mark on requests for a page's payload is no part of the page's address.
  query.delete("_rsc");
  inward.set(PATH_HEADER, query.size > 0 ? `${pathname}?${query}` : pathname);

  inward.delete(CSRF_HEADER);
  if (pathname.startsWith("/api/")) return null;
  const { name, options } = authCookies(publicOrigin(request.headers)).csrf;
  const { token, newCookie } = csrfToken(request.cookies.get(name)?.value, env().NEXTAUTH_SECRET);
  inward.set(CSRF_HEADER, token);
  return newCookie === null ? null : { name, value: newCookie, ...options };
}
