import { type Actor, ownerOf, requireFreshProof } from "@/lib/access/actor";
import { change } from "@/lib/change";
import { db, lockRow, violatedConstraint } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { Identity } from "./identities";
import type { ProviderId } from "./provider-list";

/**
 * Adds an identity to the person who acts. Throws `proof_required` for somebody who proved too long ago who they are, a
 * 409 where the identity is somebody else's or they have another of that provider.
 */
export async function link(actor: Actor, identity: Identity, now: Date): Promise<void> {
  requireFreshProof(actor, now);
  const user_id = ownerOf(actor);
  const { provider, provider_account_id } = identity;
  try {
    await change(actor, async (tx, record) => {
      const before = await tx.linkedAccount.findUnique({
        where: { provider_provider_account_id: { provider, provider_account_id } },
        select: { user_id: true },
      });
      if (before?.user_id === user_id) return;
      await tx.linkedAccount.create({ data: { user_id, provider, provider_account_id } });
      record.audit("user.provider_linked", "user", user_id, { provider });
    });
  } catch (error) {
    if (violatedConstraint(error)?.startsWith("linked_accounts_")) throw new AppError("conflict");
    throw error;
  }
}

const WAYS_IN = { password_hash: true, linked_accounts: { select: { provider: true } } } as const;

/** The providers that a person can sign in through, and whether they have a password. */
export async function waysIn(userId: string): Promise<{ providers: string[]; hasPassword: boolean }> {
  const user = await db().user.findUniqueOrThrow({
    where: { id: userId },
    select: WAYS_IN,
  });
  return {
    providers: user.linked_accounts.map(({ provider }) => provider),
    hasPassword: user.password_hash !== null,
  };
}

/** Takes a provider away from the person who acts. Throws a 409 where it is their only way in. */
export async function unlink(actor: Actor, provider: ProviderId): Promise<void> {
  const user_id = ownerOf(actor);
  await change(actor, async (tx, record) => {
    await lockRow(tx, "users", actor.organizationId, user_id);
    const user = await tx.user.findUniqueOrThrow({ where: { id: user_id }, select: WAYS_IN });
    const others = user.linked_accounts.filter((account) => account.provider !== provider);
    if (others.length === user.linked_accounts.length) return;
    if (user.password_hash === null && others.length === 0) {
      throw new AppError("conflict", "This is the only way you can sign in, so it stays.");
    }
    await tx.linkedAccount.deleteMany({ where: { user_id, provider } });
    record.audit("user.provider_unlinked", "user", user_id, { provider });
  });
}
