import { type Origin, person } from "@/lib/access/actor";
import { isAppError } from "@/lib/errors";
import { type Identity, recognize } from "./identities";
import { takeLinkIntent } from "./link-intent";
import { link } from "./linked-providers";
import type { ProfileNotice, SignInError } from "./notices";
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

function signInPage(error: SignInError): Arrival {
  return { goTo: `/sign-in?error=${error}` };
}

function profile(notice: ProfileNotice): Arrival {
  return { goTo: `/settings/profile?notice=${notice}` };
}
