import { setTimeout as pause } from "node:timers/promises";
import { networkOf } from "@/lib/network";
import { refund, sharedLimiter, spend } from "@/lib/shared-limiter";

const FAILURES = 10;
const WINDOW_SECONDS = 15 * 60;
const SIGN_UPS = 10;
const INVITATION_TRIES = 30;
const HOUR_SECONDS = 60 * 60;

/** One try at a password, counted as failed until it is taken back. */
export type Attempt = {
  /** The password was right: forget this pair's failures, and the try itself elsewhere. */
  succeeded(): Promise<void>;
  /** The password was never compared: the try did not happen. */
  cancelled(): Promise<void>;
};

const failures = { points: FAILURES, duration: WINDOW_SECONDS };
const networks = () => sharedLimiter("sign-in:networks", failures);
const pairs = () => sharedLimiter("sign-in:pairs", failures);
const emails = () => sharedLimiter("sign-in:e-mails", { duration: WINDOW_SECONDS });
const refusals = () => sharedLimiter("sign-in:refusals", { ...failures, points: 1 });
const invitations = () =>
  sharedLimiter("invitations", { points: INVITATION_TRIES, duration: WINDOW_SECONDS });
const signUps = () => sharedLimiter("sign-ups", { points: SIGN_UPS, duration: HOUR_SECONDS });

/**
 * Counts a try at a password before it is hashed, so that parallel guesses cannot exceed the limit either. Ten failures
 * in 15 minutes from one address, or from it for one e-mail, end in a 429 with `Retry-After`. Failures for one e-mail
 * from anywhere only delay the next try, since otherwise anybody could lock its owner out.
 */
export async function countAttempt(email: string, address: string | null): Promise<Attempt> {
  const network = networkOf(address);
  const pair = `${network} ${email}`;
  const uncountNetwork = await spend(networks(), network);
  const uncountPair = await spend(pairs(), pair).catch(async (refused) => {
    await uncountNetwork();
    throw refused;
  });
  const tried = await emails().consume(email);
  const uncountEmail = refund(emails(), email, tried);
  await pause(delayAfter(tried.consumedPoints - 1));

  return {
    async succeeded() {
      await Promise.all([uncountNetwork(), uncountEmail(), pairs().delete(pair)]);
    },
    async cancelled() {
      await Promise.all([uncountNetwork(), uncountEmail(), uncountPair()]);
    },
  };
}

/** Whether a try at a password was refused for the first time in 15 minutes: the others say nothing new. */
export async function isFirstRefusal(email: string, address: string | null): Promise<boolean> {
  return refusals()
    .consume(`${networkOf(address)} ${email}`)
    .then(
      () => true,
      () => false,
    );
}

/** Counts a sign-up from an address. Throws a 429 with `Retry-After` after ten in an hour. */
export async function countSignUp(address: string | null): Promise<void> {
  await spend(signUps(), networkOf(address));
}

/**
 * Counts a try at an invitation's secret from an address, as failed. Throws a 429 with `Retry-After` after thirty in 15
 * minutes. Returns what takes it back, for a secret that was right.
 */
export function countInvitationTry(address: string | null): Promise<() => Promise<void>> {
  return spend(invitations(), networkOf(address));
}

/** How many milliseconds to wait after so many failures for one e-mail: nothing at first, then doubling up to four seconds. */
export function delayAfter(failures: number): number {
  return failures < 5 ? 0 : Math.min(4_000, 125 * 2 ** (failures - 5));
}
