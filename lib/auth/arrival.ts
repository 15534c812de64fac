import type { Account, Profile, User } from "next-auth";
import { type Origin, person } from "@/lib/access/actor";
import { isAppError } from "@/lib/errors";
import type { ProviderProfile } from "./github";
import { type Identity, recognize } from "./identities";
import { takeLinkIntent } from "./link-intent";
import { link } from "./linked-providers";
import type { ProfileNotice, SignInError } from "./notices";
import type { ProviderId } from "./provider-list";
import { currentSession } from "./session";

/** Who is to be signed in, or the page that says what happened instead. */
type Arrival = { userId: string } | { goTo: string };

/**
 * What becomes of somebody who comes back from a provider: linked, where the session that asked for it is still the
 * present one; otherwise signed in.
 */
export async function arrive(identity: Identity, origin: Origin): Promise<Arrival> {
  const intent = await takeLinkIntent();
  if (!intent) {
    const recognition = await recognize(identity, origin);
    return recognition.ok ? { userId: recognition.userId } : signInPage(recognition.why);
  }
  const session = await currentSession();
  if (session?.id !== intent.sessionId || intent.provider !== identity.provider)
    return signInPage("LinkExpired");
  try {
    await link(person(session.user, origin), identity);
    return profile("linked");
  } catch (error) {
    if (isAppError(error) && error.code === "conflict") return profile("taken");
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

function profile(notice: ProfileNotice): Arrival {
  return { goTo: `/settings/profile?notice=${notice}` };
}
