import { decode, encode } from "next-auth/jwt";
import { env } from "@/lib/env";
import { SESSION_SECONDS } from "./session-store";

const LINK_SECONDS = 10 * 60;

/** The cookies of the browser door, named as next-auth 4 names them. Over https their names bind them to it. */
export function authCookies(origin: string) {
  const secure = origin.startsWith("https:");
  const options = { httpOnly: true, sameSite: "lax", path: "/", secure } as const;
  const prefix = secure ? "__Secure-" : "";
  return {
    session: { name: `${prefix}next-auth.session-token`, options: { ...options, maxAge: SESSION_SECONDS } },
    csrf: { name: `${secure ? "__Host-" : ""}next-auth.csrf-token`, options },
    link: { name: `${prefix}prepzo.link`, options: { ...options, maxAge: LINK_SECONDS } },
  };
}

/** The session cookie's value: an encrypted token that holds the session's id and nothing else. */
export async function sealSession(sid: string): Promise<string> {
  return encode({ token: { sid }, secret: env().NEXTAUTH_SECRET, maxAge: SESSION_SECONDS });
}

/** The session id in a cookie's value, or null where it is none of ours or too old. */
export async function openSession(value: string | undefined): Promise<string | null> {
  const token = await open(value, "");
  return typeof token?.sid === "string" ? token.sid : null;
}

/** Who wants to link which provider: sealed into a cookie for the way to the provider and back. */
export type LinkIntent = { sessionId: string; provider: string };

export async function sealLinkIntent({ sessionId, provider }: LinkIntent): Promise<string> {
  return encode({
    token: { sessionId, provider },
    secret: env().NEXTAUTH_SECRET,
    salt: "link",
    maxAge: LINK_SECONDS,
  });
}

export async function openLinkIntent(value: string | undefined): Promise<LinkIntent | null> {
  const token = await open(value, "link");
  if (typeof token?.sessionId !== "string" || typeof token.provider !== "string") return null;
  return { sessionId: token.sessionId, provider: token.provider };
}

async function open(token: string | undefined, salt: string) {
  if (!token) return null;
  return decode({ token, salt, secret: env().NEXTAUTH_SECRET }).catch(() => null);
}
