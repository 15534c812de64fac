import { cookies, headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { type Actor, person } from "@/lib/access/actor";
import { grants } from "@/lib/access/scopes";
import { callOrigin } from "./call-origin";
import { authCookies, openSession, sealSession } from "./cookies";
import { PATH_HEADER } from "./hand-over";
import { publicOrigin } from "./public-origin";
import { returnPath } from "./return-path";
import { endSession, findSession, type Proof, startSession } from "./session-store";

/** The present request's session id as its cookie says it, be it alive or not. */
export const sentSessionId = cache(async (): Promise<string | null> => {
  const { name } = authCookies(publicOrigin(await headers())).session;
  return openSession((await cookies()).get(name)?.value);
});

/** The present request's living session with its person, or null. The database's row decides; a page asks it once. */
export const currentSession = cache(async () => {
  const sid = await sentSessionId();
  return sid === null ? null : findSession(sid, new Date());
});

/** Who looks at this page. Leads to the sign-in page, and from there back, where nobody is signed in. */
export async function currentPerson() {
  const session = (await currentSession()) ?? (await toSignIn());
  const { organization_id: _, ...person } = session.user;
  return person;
}

/** The same person as an actor, for the services that a page calls. */
export async function requireActor(): Promise<Actor> {
  const session = (await currentSession()) ?? (await toSignIn());
  return person(session.user, await callOrigin(), session.proven_at);
}

/** The same for a page that is for the organization's admins; to everybody else it does not exist. */
export async function requireAdmin(): Promise<Actor> {
  const actor = await requireActor();
  if (!grants(actor.leaves, "api-keys:manage")) notFound();
  return actor;
}

/** Which of the person's sessions this is. */
export async function requireSessionId(): Promise<string> {
  return ((await currentSession()) ?? (await toSignIn())).id;
}

/** Signs somebody in who just proved who they are, where the answer may still set cookies: in an action. */
export async function beginSession(userId: string, proof: Proof): Promise<void> {
  const [origin, now, before] = [await callOrigin(), new Date(), await sentSessionId()];
  const sid = await startSession(userId, proof, origin, now);
  // The browser has one session: the one that it brought along would otherwise live on unseen.
  if (before !== null) await endSession(before, origin, now);
  const { name, options } = authCookies(publicOrigin(await headers())).session;
  (await cookies()).set(name, await sealSession(sid), options);
}

/** Ends the present session and takes its cookie away, in an action. */
export async function leaveSession(): Promise<void> {
  const sid = await sentSessionId();
  if (sid !== null) await endSession(sid, await callOrigin(), new Date());
  await dropSessionCookie();
}

/** Takes the session's cookie away, in an action. */
export async function dropSessionCookie(): Promise<void> {
  const { name, options } = authCookies(publicOrigin(await headers())).session;
  (await cookies()).set(name, "", { ...options, maxAge: 0 });
}

async function toSignIn(): Promise<never> {
  const sent = await headers();
  const wanted = returnPath(sent.get(PATH_HEADER), publicOrigin(sent));
  redirect(wanted === "/" ? "/sign-in" : `/sign-in?callbackUrl=${encodeURIComponent(wanted)}`);
}
