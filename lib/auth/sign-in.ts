import { type Origin, person } from "@/lib/access/actor";
import type { Role } from "@/lib/access/roles";
import { change } from "@/lib/change";
import { db } from "@/lib/db";
import { countAttempt } from "./attempts";
import { hashPassword, verifyPassword } from "./password";
import type { SignIn } from "./schema";

/**
 * Whose e-mail and password these are: the person's id, or null. Unknown, disabled and password-less accounts take the
 * same path and time as a wrong password. Throws a 429 after too many failures and a 503 where too many hashes wait.
 */
export async function checkPassword(input: SignIn, origin: Origin): Promise<string | null> {
  const attempt = await countAttempt(input.email, origin.address);
  try {
    const user = await db().user.findFirst({
      where: { email: input.email, disabled_at: null },
      select: { id: true, organization_id: true, role: true, password_hash: true },
    });
    const { matches, outdated } = await verifyPassword(input.password, user?.password_hash ?? null);
    if (!user || !matches) return null;
    if (outdated) await renewHash(user, input.password, origin);
    await attempt.succeeded();
    return user.id;
  } catch (error) {
    await attempt.cancelled();
    throw error;
  }
}

type Outdated = { id: string; organization_id: string; role: Role; password_hash: string | null };

/** Stores the same password at the present cost, unless it was changed meanwhile. Nothing an auditor would ask about. */
async function renewHash(user: Outdated, password: string, origin: Origin): Promise<void> {
  const { id, password_hash } = user;
  const renewed = await hashPassword(password);
  await change(person(user, origin), async (tx) => {
    await tx.user.updateMany({ where: { id, password_hash }, data: { password_hash: renewed } });
  });
}
