import type { Actor } from "@/lib/access/actor";
import { sharedLimiter, spend } from "@/lib/shared-limiter";

const SENDS = 60;
const WINDOW_SECONDS = 60;

const sends = () => sharedLimiter("webhooks:sends", { points: SENDS, duration: WINDOW_SECONDS });

/**
 * Counts that a person has something sent at once: a test, or deliveries again. Throws a 429 with `Retry-After` after
 * sixty in a minute by the people of an organization together. What programs ask for is counted by their key already.
 */
export async function countSend({ kind, organizationId }: Actor): Promise<void> {
  if (kind === "person") await spend(sends(), organizationId, "tests and resends");
}
