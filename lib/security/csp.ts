/**
 * The Content-Security-Policy of a page: scripts only with this answer's `nonce`, styles may be
 * inline (positions of menus are), everything else from our own origin.
 * `development` allows the `eval` that React's refresh needs; `formTargets` are further origins that
 * a posted form may redirect to (Chromium applies form-action to the whole chain).
 */
export function contentSecurityPolicy({
  nonce,
  development = false,
  formTargets = [],
}: {
  nonce: string;
  development?: boolean;
  formTargets?: readonly string[];
}): string {
  return Object.entries({
    "default-src": ["'self'"],
    "script-src": [`'nonce-${nonce}'`, "'strict-dynamic'", ...(development ? ["'unsafe-eval'"] : [])],
    "style-src": ["'self'", "'unsafe-inline'"],
    "img-src": ["'self'", "data:"],
    "font-src": ["'self'"],
    "connect-src": ["'self'"],
    "form-action": ["'self'", ...formTargets],
    "object-src": ["'none'"],
    "base-uri": ["'none'"],
    "frame-ancestors": ["'none'"],
  })
    .map(([directive, sources]) => `${directive} ${sources.join(" ")}`)
    .join("; ");
}
