import type { Account, Profile, User } from "next-auth";
import { type Actor, person } from "@/lib/access/actor";
import { isAppError } from "@/lib/errors";
import type { ProviderProfile } from "./github";
import { type Identity, recognize } from "./identities";
import { link } from "./linked-providers";
import { expiredIntent, type SignInError, withNotice } from "./notices";
import { proveByProvider } from "./prove-by-provider";
import { takeIntent } from "./provider-intent";
import type { ProviderId } from "./provider-list";
import { currentSession } from "./session";
import type { Visit } from "./visit";

/** Who is to be signed in, or the page that says what happened instead. */
type Arrival = { userId: string } | { goTo: string };

/**
 * What becomes of somebody who comes back from a provider: linked or proven, where the session that asked for it is
 * still the present one; otherwise signed in.
 */
export async function arrive(identity: Identity, { origin, now }: Visit): Promise<Arrival> {
  const intent = await takeIntent();
  if (!intent) {
    const recognition = await recognize(identity, origin);
    return recognition.ok ? { userId: recognition.userId } : signInPage(recognition.why);
  }
  const session = await currentSession();
  if (session?.id !== intent.sessionId || intent.provider !== identity.provider)
    return { goTo: expiredIntent(intent.purpose) };
  const actor = person(session.user, origin, session.proven_at);
  const notice =
    intent.purpose === "link"
      ? await linked(actor, identity, now)
      : (await proveByProvider(actor, session.id, identity, now))
        ? "proven"
        : "refused";
  return { goTo: withNotice(intent.returnTo, notice) };
}

async function linked(actor: Actor, identity: Identity, now: Date) {
  try {
    await link(actor, identity, now);
    return "linked";
  } catch (error) {
    if (isAppError(error) && error.code === "conflict") return "taken";
    if (isAppError(error) && error.code === "proof_required") return "unproven";
    throw error;
  }
}

/** Somebody as next-auth hands them over from a provider. An e-mail that is not verified there is none. */
export function identityOf(account: Account, user: User, profile: Profile | undefined): Identity {
  const { email_verified } = (profile ?? {}) as Partial<ProviderProfile>;
  return {
    provider: account.provider as ProviderId,
    provider_account_id: account.providerAccountId,
    name: user.name ?? null,
    email: (email_verified === true && user.email?.trim().toLowerCase()) || null,
  };
}

function signInPage(error: SignInError): Arrival {
  return { goTo: `/sign-in?error=${error}` };
}
