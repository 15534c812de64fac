type ReadableHeaders = { get(name: string): string | null };

/**
 * Whether a request to change something comes from one of our own pages, by the rule that Next.js has for server
 * actions: the host of its Origin is the one that the address bar shows (X-Forwarded-Host, as server.ts wrote it) or
 * that it was sent to. Without an Origin it comes from no browser. `null`, where a browser keeps its Origin to itself,
 * is nobody's.
 */
export function isFromOwnPage(headers: ReadableHeaders): boolean {
  const origin = headers.get("origin");
  if (origin === null) return true;
  if (!URL.canParse(origin)) return false;
  const { host } = new URL(origin);
  return host !== "" && (host === headers.get("x-forwarded-host") || host === headers.get("host"));
}
