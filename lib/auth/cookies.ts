import { decode, encode } from "next-auth/jwt";
import { z } from "zod";
import { env } from "@/lib/env";
import { SESSION_SECONDS } from "./session-store";

const INTENT_SECONDS = 10 * 60;

/** The cookies of the browser door, named as next-auth 4 names them. Over https their names bind them to it. */
export function authCookies(origin: string) {
  const secure = origin.startsWith("https:");
  const options = { httpOnly: true, sameSite: "lax", path: "/", secure } as const;
  const prefix = secure ? "__Secure-" : "";
  return {
    session: { name: `${prefix}next-auth.session-token`, options: { ...options, maxAge: SESSION_SECONDS } },
    csrf: { name: `${secure ? "__Host-" : ""}next-auth.csrf-token`, options },
    intent: { name: `${prefix}prepzo.intent`, options: { ...options, maxAge: INTENT_SECONDS } },
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

/** What a person who is signed in may want of a provider: to sign in through it as well, or to prove who they are. */
export const Purpose = z.enum(["link", "prove"]);

const Intent = z.object({
  sessionId: z.string(),
  provider: z.string(),
  purpose: Purpose,
  /** The page that it began on. */
  returnTo: z.string(),
});

/** What a session wants of a provider: sealed into a cookie for the way there and back. */
export type ProviderIntent = z.infer<typeof Intent>;

export async function sealIntent(intent: ProviderIntent): Promise<string> {
  return encode({ token: intent, secret: env().NEXTAUTH_SECRET, salt: "intent", maxAge: INTENT_SECONDS });
}

export async function openIntent(value: string | undefined): Promise<ProviderIntent | null> {
  return Intent.safeParse(await open(value, "intent")).data ?? null;
}

async function open(token: string | undefined, salt: string) {
  if (!token) return null;
  return decode({ token, salt, secret: env().NEXTAUTH_SECRET }).catch(() => null);
}
