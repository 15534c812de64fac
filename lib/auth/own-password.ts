import type { Actor } from "@/lib/access/actor";
import { countAttempt } from "./attempts";
import { verifyPassword } from "./password";

/**
 * Whether the acting person gave their own password. A wrong one counts as a failed sign-in. Throws a 429 after too
 * many and a 503 where too many hashes wait.
 */
export async function isOwnPassword(
  { origin }: Actor,
  user: { email: string; password_hash: string },
  given: string,
): Promise<boolean> {
  const attempt = await countAttempt(user.email, origin.address);
  const { matches } = await verifyPassword(given, user.password_hash).catch(async (error) => {
    await attempt.cancelled();
    throw error;
  });
  if (matches) await attempt.succeeded();
  return matches;
}
