import type { Origin } from "@/lib/access/actor";
import { db } from "@/lib/db";
import { isAppError } from "@/lib/errors";
import type { ProviderId } from "./provider-list";
import { foundOrganization } from "./sign-up";

/** Somebody as an outside provider knows them. `email` is null unless the provider has verified it. */
export type Identity = {
  provider: ProviderId;
  provider_account_id: string;
  name: string | null;
  email: string | null;
};

/** Whose identity it is, or why nobody's. */
export type Recognition =
  | { ok: true; userId: string }
  | { ok: false; why: "AccountDisabled" | "EmailUnverified" | "EmailTaken" };

/**
 * Whom an identity signs in. Matched on (provider, account id) alone; an equal e-mail links nothing, since whoever
 * controls the provider's side could otherwise take over an account. An unknown one with a new, verified e-mail makes
 * an account with an organization of its own.
 */
export async function recognize(identity: Identity, origin: Origin): Promise<Recognition> {
  const known = await recognizeLinked(identity);
  if (known) return known;
  const { provider, provider_account_id, name, email } = identity;
  if (!email) return { ok: false, why: "EmailUnverified" };
  if (await db().user.findUnique({ where: { email }, select: { id: true } })) {
    return { ok: false, why: "EmailTaken" };
  }
  const called = (name?.trim() || email).slice(0, 100);
  const founder = { name: called, email, password_hash: null, organization: called };
  try {
    const userId = await foundOrganization(founder, origin, { provider, provider_account_id });
    return { ok: true, userId };
  } catch (error) {
    if (!isAppError(error)) throw error;
    // The e-mail got an account a moment ago: usually this very identity's, which came twice.
    return (await recognizeLinked(identity)) ?? { ok: false, why: "EmailTaken" };
  }
}

async function recognizeLinked({ provider, provider_account_id }: Identity): Promise<Recognition | null> {
  const linked = await db().linkedAccount.findUnique({
    where: { provider_provider_account_id: { provider, provider_account_id } },
    select: { user_id: true, user: { select: { disabled_at: true } } },
  });
  if (!linked) return null;
  return linked.user.disabled_at
    ? { ok: false, why: "AccountDisabled" }
    : { ok: true, userId: linked.user_id };
}
