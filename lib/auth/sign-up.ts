import { type Origin, person } from "@/lib/access/actor";
import { change } from "@/lib/change";
import { db } from "@/lib/db";
import { countSignUp } from "./attempts";
import { emailTaken, insertUser, newId } from "./new-user";
import { hashPassword } from "./password";
import { requireStrongPassword } from "./password-strength";
import type { SignUp } from "./schema";

/**
 * Makes an account and, always, a new organization on the free plan with that person as its admin. Returns the person's
 * id. Throws a 422 at `password` or `email`, a 429 after ten tries in an hour from one address, a 503 where too many
 * hashes wait.
 */
export async function signUp(input: SignUp, origin: Origin): Promise<string> {
  await countSignUp(origin.address);
  requireStrongPassword(input.password, input);
  const taken = await db().user.findUnique({ where: { email: input.email }, select: { id: true } });
  if (taken) throw emailTaken();
  const password_hash = await hashPassword(input.password);
  return foundOrganization({ ...input, password_hash }, origin);
}

/**
 * Writes a new organization and its first admin in one transaction. Returns the admin's id. Throws a 422 at `email`
 * where it is taken.
 */
export async function foundOrganization(
  founder: { name: string; email: string; password_hash: string | null; organization: string },
  origin: Origin,
  identity?: { provider: string; provider_account_id: string },
): Promise<string> {
  const { name, email, password_hash, organization } = founder;
  const user = { id: newId(), organization_id: newId(), name, email, role: "admin", password_hash } as const;
  await change(person(user, origin), async (tx, record) => {
    await tx.organization.create({ data: { id: user.organization_id, name: organization } });
    await insertUser(tx, user);
    if (identity) await tx.linkedAccount.create({ data: { user_id: user.id, ...identity } });
    record.audit("organization.created", "organization", user.organization_id, { name: organization });
    record.audit("user.signed_up", "user", user.id, {
      email,
      role: user.role,
      provider: identity?.provider ?? null,
    });
  });
  return user.id;
}
