import { createHash, randomBytes } from "node:crypto";

/**
 * next-auth's double-submit token, so that a page can carry it in its HTML and work without scripts. Returns the token
 * that the cookie proves; where it proves none, a new one with the cookie's new value. The cookie holds
 * `token|sha256(token + secret)`, as next-auth 4 reads it.
 */
export function csrfToken(
  cookie: string | undefined,
  secret: string,
): { token: string; newCookie: string | null } {
  const [token = "", proof] = cookie?.split("|") ?? [];
  if (token !== "" && proof === prove(token, secret)) return { token, newCookie: null };
  const fresh = randomBytes(32).toString("hex");
  return { token: fresh, newCookie: `${fresh}|${prove(fresh, secret)}` };
}

function prove(token: string, secret: string): string {
  return createHash("sha256")
    .update(token + secret)
    .digest("hex");
}
