const HOME = "/";

/**
 * Where to go after signing in: the path, query and fragment of an address on our own origin; for any other address,
 * or none, the start page. The result always begins with one slash, so a browser can never take it for a host.
 * `origin` is our own, such as `http://localhost:3000`.
 */
export function returnPath(address: string | null | undefined, origin: string): string {
  if (!address || !URL.canParse(address, origin)) return HOME;
  const url = new URL(address, origin);
  if (url.origin !== origin || url.pathname.startsWith("//")) return HOME;
  return url.pathname + url.search + url.hash;
}
