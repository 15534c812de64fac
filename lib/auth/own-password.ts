import { type Actor, ownerOf } from "@/lib/access/actor";
import { change } from "@/lib/change";
import { isAppError } from "@/lib/errors";
import { countAttempt, isFirstRefusal } from "./attempts";
import { verifyPassword } from "./password";

/**
 * Whether the acting person gave their own password. A wrong one counts as a failed sign-in, and is noted in the audit
 * trail; so is that there were too many. Throws a 429 after too many and a 503 where too many hashes wait.
 */
export async function isOwnPassword(
  actor: Actor,
  user: { email: string; password_hash: string },
  given: string,
): Promise<boolean> {
  const { address } = actor.origin;
  const attempt = await countAttempt(user.email, address).catch(async (error) => {
    const isRefused = isAppError(error) && error.code === "rate_limited";
    if (isRefused && (await isFirstRefusal(user.email, address))) await noteFailure(actor, "rate_limited");
    throw error;
  });
  const { matches } = await verifyPassword(given, user.password_hash).catch(async (error) => {
    await attempt.cancelled();
    throw error;
  });
  if (matches) await attempt.succeeded();
  else await noteFailure(actor, "wrong_password");
  return matches;
}

function noteFailure(actor: Actor, reason: "wrong_password" | "rate_limited"): Promise<void> {
  return change(actor, async (_, record) => {
    record.audit("user.proof_failed", "user", ownerOf(actor), { reason });
  });
}
