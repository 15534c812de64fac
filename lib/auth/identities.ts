import type { Origin } from "@/lib/access/actor";
import { db, violatedConstraint } from "@/lib/db";
import { isAppError } from "@/lib/errors";
import { text } from "@/lib/text";
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
  const { email } = identity;
  if (!email) return { ok: false, why: "EmailUnverified" };
  const founded = await found({ ...identity, email }, origin);
  if (founded) return founded;
  // The e-mail has an account; if only since a moment ago, then usually this very identity's, which came twice.
  return (await recognizeLinked(identity)) ?? { ok: false, why: "EmailTaken" };
}

/** An account with an organization of its own for a new identity; null where the e-mail has one. */
async function found(identity: Identity & { email: string }, origin: Origin): Promise<Recognition | null> {
  const { provider, provider_account_id, name, email } = identity;
  if (await db().user.findUnique({ where: { email }, select: { id: true } })) return null;
  const called = text(1, 100).safeParse(name?.slice(0, 100)).data ?? email.slice(0, 100);
  const founder = { name: called, email, password_hash: null, organization: called };
  try {
    const userId = await foundOrganization(founder, origin, { provider, provider_account_id });
    return { ok: true, userId };
  } catch (error) {
    if (isAppError(error) || violatedConstraint(error)) return null;
    throw error;
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
