import { CHALLENGES, type Challenge } from "@/lib/access/challenges";
import { type VerifiedKey, verify } from "@/lib/api-keys/verify";
import { AppError } from "@/lib/errors";
import { isAllowed } from "./allowed-address";
import { countFailure, mayStillGuess, rateLimited } from "./rate-limit";

/** The key with which a call came, and why it does not let its caller in; without a refusal it does. */
export type Authentication =
  | { key: VerifiedKey; dead: false; refusal: null }
  | { key: VerifiedKey | null; dead: boolean; refusal: AppError };

/**
 * Finds the key behind an Authorization header (RFC 6750 section 2.1; no other place is looked at). The refusal is 401
 * with a challenge, or 403 for an address that the key's list does not hold. Each is counted for the address; once
 * that has used up its allowance, refusals become 429, while a good key passes as ever.
 */
export async function authenticate(
  authorization: string | null,
  address: string | null,
  now: Date,
): Promise<Authentication> {
  const token = bearerToken(authorization);
  if (token === null)
    return { key: null, dead: false, refusal: await failed(address, unauthorized("missing")) };
  const verdict = await verify(token, now, () => mayStillGuess(address));
  const { key } = verdict;
  if (!verdict.ok)
    return { key, dead: key !== null, refusal: await failed(address, unauthorized(verdict.why)) };
  if (!isAllowed(address, verdict.key.allowedIps))
    return { key, dead: false, refusal: await failed(address, new AppError("forbidden")) };
  return { key: verdict.key, dead: false, refusal: null };
}

/** The token of a Bearer credential; null where there is none. The scheme's case does not matter (RFC 9110 11.1). */
export function bearerToken(authorization: string | null): string | null {
  const credential = /^bearer(?: +(.*))?$/i.exec(authorization ?? "");
  return credential && (credential[1] ?? "");
}

function unauthorized(why: Challenge): AppError {
  return new AppError("unauthorized", undefined, { headers: { "WWW-Authenticate": CHALLENGES[why] } });
}

async function failed(address: string | null, error: AppError): Promise<AppError> {
  const allowance = await countFailure(address);
  return allowance.exceeded ? rateLimited(allowance) : error;
}
