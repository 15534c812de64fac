import type { DeliveryError } from "./delivery-errors";
import { nextAttempt, retryAfterOf } from "./schedule";
import type { Exchange } from "./send";

/** What an attempt means for its delivery. */
export type Outcome =
  | { status: "delivered"; error: null; next_attempt_at: null }
  | { status: "pending"; error: DeliveryError; next_attempt_at: Date }
  | { status: "failed"; error: DeliveryError; next_attempt_at: null };

const GONE = 410;
/** Where the receiver may say when it wants to be asked again. */
const LATER = [429, 503];

/**
 * Judges an exchange. 2xx succeeds. 410 is final; all else is tried again by the schedule, except a test, whose
 * maker looks on.
 * @param attempt its number, from 1 on
 */
export function outcomeOf(
  exchange: Exchange,
  { attempt, test, now, random }: { attempt: number; test: boolean; now: Date; random: number },
): Outcome {
  const error = failureOf(exchange);
  if (error === null) return { status: "delivered", error, next_attempt_at: null };
  const { statusCode, headers } = exchange;
  const asked = LATER.includes(statusCode ?? 0) ? retryAfterOf(headers["retry-after"], now) : null;
  const next = error === "gone" || test ? null : nextAttempt(attempt, now, asked, random);
  return next === null
    ? { status: "failed", error, next_attempt_at: null }
    : { status: "pending", error, next_attempt_at: next };
}

function failureOf({ statusCode, error }: Exchange): DeliveryError | null {
  if (error !== null || statusCode === null) return error ?? "connection_lost";
  if (statusCode >= 200 && statusCode < 300) return null;
  if (statusCode >= 300 && statusCode < 400) return "redirect";
  return statusCode === GONE ? "gone" : "status";
}
