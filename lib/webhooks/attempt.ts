import { log } from "@/lib/log";
import type { Claimed } from "./claim";
import { mayBeTold } from "./event-scopes";
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
 * Tries a delivery once, unless its owner may not be told of it now or it cannot be signed: then it has failed, and
 * nothing is sent. Writes nothing down.
 */
export async function attempt(delivery: Claimed, trigger: DeliverJob["trigger"]): Promise<Attempt> {
  const { attempts, claimed_at: at } = delivery;
  const number = attempts + 1;
  if (delivery.owner_disabled_at !== null || !mayBeTold(delivery.owner_role, delivery.event_type)) {
    const outcome = { status: "failed", error: "forbidden", next_attempt_at: null } as const;
    return { delivery, number, at, ended: at, trigger, outcome, exchange: null };
  }
  const message = signed(delivery, at);
  if (message === null) {
    const outcome = { status: "failed", error: "unsigned", next_attempt_at: null } as const;
    return { delivery, number, at, ended: at, trigger, outcome, exchange: null };
  }
  const { headers, body, secrets } = message;
  const exchange = await send(delivery.url, headers, body);
  const ended = new Date(at.getTime() + exchange.durationMs);
  const outcome = outcomeOf(exchange, {
    attempt: number,
    test: delivery.test,
    now: ended,
    random: Math.random(),
  });
  return { delivery, number, at, ended, trigger, outcome, exchange: { ...exchange, sent: headers, secrets } };
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
