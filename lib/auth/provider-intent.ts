import { cookies, headers } from "next/headers";
import { hasFreshProof, person } from "@/lib/access/actor";
import { authCookies, openIntent, type ProviderIntent, Purpose, sealIntent } from "./cookies";
import { expiredIntent, withNotice } from "./notices";
import { publicOrigin } from "./public-origin";
import { returnPath } from "./return-path";
import { currentSession } from "./session";
import type { Visit } from "./visit";

/**
 * Remembers, for the way to a provider and back, what a posted form says that this session wants of it; a form that
 * says nothing of the kind wants to sign in. Returns where to go instead of to the provider: where nobody is signed in,
 * or where linking needs a newer proof of who this is.
 */
export async function noteIntent(
  provider: string,
  form: URLSearchParams | null,
  { origin, now }: Visit,
): Promise<string | null> {
  await remember(null);
  const purpose = Purpose.safeParse(form?.get("intent")).data;
  if (!purpose) return null;
  const session = await currentSession();
  if (!session) return expiredIntent(purpose);
  const returnTo = returnPath(form?.get("callbackUrl"), publicOrigin(await headers()));
  const actor = person(session.user, origin, session.proven_at);
  if (purpose === "link" && !hasFreshProof(actor, now)) return withNotice(returnTo, "unproven");
  await remember({ sessionId: session.id, provider, purpose, returnTo });
  return null;
}

/** What was remembered, once: it is forgotten with the reading. */
export async function takeIntent(): Promise<ProviderIntent | null> {
  const { name } = authCookies(publicOrigin(await headers())).intent;
  const intent = await openIntent((await cookies()).get(name)?.value);
  await remember(null);
  return intent;
}

async function remember(intent: ProviderIntent | null): Promise<void> {
  const { name, options } = authCookies(publicOrigin(await headers())).intent;
  const jar = await cookies();
  if (intent) jar.set(name, await sealIntent(intent), options);
  else if (jar.has(name)) jar.set(name, "", { ...options, maxAge: 0 });
}
