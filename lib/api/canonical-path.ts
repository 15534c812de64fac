/** A parameter that Next.js loses on its way, as its query is an object; and as what both lanes refuse it by name. */
const LOST = "__proto__";
const KEPT = "__proto__[]";
const PARAMETER_NAME = /(?<=[?&])[^=&#]+/g;

/** No endpoint has this path. */
const UNKNOWN = "/api/v1/-/unknown";

/** Segments of unreserved characters (RFC 3986 section 2.3), none of them `.` or `..`, no slash at the end. */
const CANONICAL = /^\/api\/v1(?:\/(?!\.{1,2}(?:\/|$))[\w.~-]+)+$/;

/**
 * Returns the request target to serve in place of `target`. A path of the API in any unusual spelling (a trailing or
 * double slash, an escape, a backslash, a dot segment) becomes one that no endpoint has, so that it is answered 404
 * instead of being tidied up or redirected on the way. Everything else stays as it is.
 */
export function canonicalTarget(target: string): string {
  const cut = target.search(/[?#]|$/);
  const path = target.slice(0, cut).replace(/^https?:\/\/[^/]*/i, "");
  if (CANONICAL.test(path)) return path + keepAll(target.slice(cut));
  return isApiPath(path) ? UNKNOWN + target.slice(cut) : target;
}

function keepAll(query: string): string {
  return query.replace(PARAMETER_NAME, (name) => (unescaped(name) === LOST ? KEPT : name));
}

function unescaped(text: string): string {
  return text.replace(/%([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** Whether the most forgiving reader would take this for a path of the API. */
function isApiPath(path: string): boolean {
  const decoded = unescaped(path);
  // Always from the root: a target such as `ftp://` is no address that could be parsed.
  const { pathname } = new URL(`/${decoded}`.replace(/[\\/?#]+/g, "/"), "http://host");
  return pathname === "/api/v1" || pathname.startsWith("/api/v1/");
}
