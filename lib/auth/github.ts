import type { OAuthConfig } from "next-auth/providers/oauth";

/** What we ask of a provider's profile, whatever else it holds. `email` counts only where it is verified. */
export type ProviderProfile = { id: string; name: string; email?: string; email_verified: boolean };

type Settings = { clientId: string; clientSecret: string; url: string };

/**
 * GitHub, at github.com or as an Enterprise Server at an address of its own. The e-mail is the primary one, and only
 * where GitHub verified it.
 */
export function github({ clientId, clientSecret, url }: Settings): OAuthConfig<ProviderProfile> {
  const base = url.replace(/\/+$/, "");
  const api = base === "https://github.com" ? "https://api.github.com" : `${base}/api/v3`;
  return {
    id: "github",
    name: "GitHub",
    type: "oauth",
    clientId,
    clientSecret,
    checks: ["pkce", "state"],
    issuer: `${base}/login/oauth`,
    authorization: { url: `${base}/login/oauth/authorize`, params: { scope: "read:user user:email" } },
    token: `${base}/login/oauth/access_token`,
    userinfo: {
      url: `${api}/user`,
      request: async ({ tokens }) => readProfile(api, tokens.access_token ?? ""),
    },
    profile: ({ id, name, email }) => ({ id, name, email }),
  };
}

async function readProfile(api: string, token: string): Promise<ProviderProfile> {
  const [user, emails] = await Promise.all([
    ask<{ id: number; login: string; name: string | null }>(`${api}/user`, token),
    ask<{ email: string; primary: boolean; verified: boolean }[]>(`${api}/user/emails`, token),
  ]);
  const primary = emails.find((entry) => entry.primary && entry.verified);
  return {
    id: String(user.id),
    name: user.name || user.login,
    email: primary?.email,
    email_verified: primary !== undefined,
  };
}

async function ask<T>(url: string, token: string): Promise<T> {
  const answer = await fetch(url, {
    headers: { Authorization: `Bearer ${token}`, Accept: "application/json", "User-Agent": "Prepzo" },
    signal: AbortSignal.timeout(10_000),
  });
  if (!answer.ok) throw new Error(`GitHub answered ${answer.status} to ${new URL(url).pathname}`);
  return answer.json() as Promise<T>;
}
