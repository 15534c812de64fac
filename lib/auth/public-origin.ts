import { env } from "@/lib/env";

type ReadableHeaders = { get(name: string): string | null };

/**
 * Our own origin as the person's address bar shows it: NEXTAUTH_URL's where that is set, else from the
 * X-Forwarded-Host and -Proto that server.ts wrote. The same rule as next-auth's.
 */
export function publicOrigin(headers: ReadableHeaders): string {
  const fixed = env().NEXTAUTH_URL;
  if (fixed) return new URL(fixed).origin;
  const scheme = headers.get("x-forwarded-proto") === "https" ? "https" : "http";
  const shown = `${scheme}://${headers.get("x-forwarded-host") ?? headers.get("host")}`;
  return new URL(URL.canParse(shown) ? shown : "http://localhost").origin;
}
