import { log } from "@/lib/log";
import type { Claimed } from "./claim";
import { asksFor, mayBeTold } from "./event-scopes";
import { type Message, messageOf } from "./message";
import { type Outcome, outcomeOf } from "./outcome";
import type { DeliverJob } from "./queue";
import { type Exchange, send } from "./send";

/** One attempt as it was made. */
export type Attempt = {
  delivery: Claimed;
  number: number;
  at: Date;
  ended: Date;
  trigger: DeliverJob["trigger"];
  outcome: Outcome;
  /** Null where nothing was sent. */
  exchange: (Exchange & { sent: Record<string, string>; secrets: string[] }) | null;
};

/**
 * Tries a delivery once, unless its owner may not be told of it now, its webhook does not ask for it any more, or it
 * cannot be signed: then it has failed, and nothing is sent. Writes nothing down.
 */
export async function attempt(delivery: Claimed, trigger: DeliverJob["trigger"]): Promise<Attempt> {
  const { attempts, claimed_at, claimed_on } = delivery;
  const number = attempts + 1;
  // By the database's clock too. On a busy process it is a while since this was taken.
  const at = new Date(claimed_at.getTime() + Math.round(performance.now() - claimed_on));
  const given = { delivery, number, at, trigger };
  const objection = objectionTo(delivery);
  if (objection !== null) return unsent(given, objection);
  const message = signed(delivery, at);
  if (message === null) return unsent(given, "unsigned");
  const { headers, body, secrets } = message;
  const exchange = await send(delivery.url, headers, body);
  const ended = new Date(at.getTime() + exchange.durationMs);
  const outcome = outcomeOf(exchange, {
    attempt: number,
    test: delivery.test,
    now: ended,
    random: Math.random(),
  });
  return { ...given, ended, outcome, exchange: { ...exchange, sent: headers, secrets } };
}

/** Why a delivery is not to be sent, as its webhook and that one's owner are now; null where nothing speaks against it. */
function objectionTo(delivery: Claimed): "forbidden" | "not_asked" | null {
  const { owner_disabled_at, owner_role, event_type, events } = delivery;
  if (owner_disabled_at !== null || !mayBeTold(owner_role, event_type)) return "forbidden";
  return asksFor(events, event_type) ? null : "not_asked";
}

function unsent(
  given: Pick<Attempt, "delivery" | "number" | "at" | "trigger">,
  error: "forbidden" | "not_asked" | "unsigned",
): Attempt {
  const outcome = { status: "failed", error, next_attempt_at: null } as const;
  return { ...given, ended: given.at, outcome, exchange: null };
}

/** The message, or null where the signing secret cannot be opened: its version of SECRETS_KEY is gone. */
function signed(delivery: Claimed, now: Date): Message | null {
  try {
    return messageOf(delivery, now);
  } catch (error) {
    log().warn({ err: error, webhook: delivery.webhook_id }, "signing secret not readable");
    return null;
  }
}
