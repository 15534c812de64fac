import type { Origin } from "@/lib/access/actor";
import { db } from "@/lib/db";
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
  const { provider, provider_account_id, name, email } = identity;
  const linked = await db().linkedAccount.findUnique({
    where: { provider_provider_account_id: { provider, provider_account_id } },
    select: { user_id: true, user: { select: { disabled_at: true } } },
  });
  if (linked?.user.disabled_at) return { ok: false, why: "AccountDisabled" };
  if (linked) return { ok: true, userId: linked.user_id };
  if (!email) return { ok: false, why: "EmailUnverified" };
  if (await db().user.findUnique({ where: { email }, select: { id: true } })) {
    return { ok: false, why: "EmailTaken" };
  }
  const called = (name?.trim() || email).slice(0, 100);
  const founder = { name: called, email, password_hash: null, organization: called };
  const userId = await foundOrganization(founder, origin, { provider, provider_account_id });
  return { ok: true, userId };
}
