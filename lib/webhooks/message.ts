import type { Claimed } from "./claim";
import { sampleOf } from "./sample";
import { secretOf } from "./secret";
import { signedHeaders } from "./sign";

/** What is posted to a receiver. */
export type Message = { headers: Record<string, string>; body: string };

/** What a delivery sends: the same bytes under the same id on each attempt, signed anew. */
export function messageOf(delivery: Claimed, now: Date): Message {
  const { event_type, organization_id, created_at } = delivery;
  const body = JSON.stringify({
    event: event_type,
    data: delivery.test ? sampleOf(event_type) : delivery.data,
    organization_id,
    timestamp: (delivery.happened_at ?? created_at).toISOString(),
  });
  const id = `msg_${delivery.id.replaceAll("-", "")}`;
  return {
    headers: {
      "content-type": "application/json",
      "user-agent": "Prepzo-Webhooks",
      ...signedHeaders(id, now, body, secretsOf(delivery, now)),
    },
    body,
  };
}

/** The secret, and the one before it for as long as receivers may still check with that. */
function secretsOf(delivery: Claimed, now: Date): string[] {
  const {
    webhook_id: id,
    previous_sealed_secret,
    previous_secret_key_version,
    previous_secret_until,
  } = delivery;
  const secrets = [secretOf(id, delivery)];
  if (
    previous_sealed_secret !== null &&
    previous_secret_key_version !== null &&
    previous_secret_until !== null &&
    previous_secret_until > now
  ) {
    const previous = {
      sealed_secret: previous_sealed_secret,
      secret_key_version: previous_secret_key_version,
    };
    secrets.push(secretOf(id, previous));
  }
  return secrets;
}
