import type { Origin } from "@/lib/access/actor";
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
      select: { id: true, password_hash: true },
    });
    const { matches, outdated } = await verifyPassword(input.password, user?.password_hash ?? null);
    if (!user || !matches) return null;
    if (outdated) await renewHash(user.id, user.password_hash, input.password);
    await attempt.succeeded();
    return user.id;
  } catch (error) {
    await attempt.cancelled();
    throw error;
  }
}

/** Stores the same password at the present cost, unless it was changed meanwhile. Nothing an auditor would ask about. */
async function renewHash(id: string, password_hash: string | null, password: string): Promise<void> {
  const renewed = await hashPassword(password);
  await db().user.updateMany({ where: { id, password_hash }, data: { password_hash: renewed } });
}
