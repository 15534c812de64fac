import type { Claimed } from "./claim";
import { sampleOf } from "./sample";
import { secretOf } from "./secret";
import { signedHeaders } from "./sign";

/** What is posted to a receiver, and what of that, in base64, nobody who looks at it later may see. */
export type Message = { headers: Record<string, string>; body: string; secrets: string[] };

/** What a delivery sends: the same bytes under the same id on each attempt, signed anew. */
export function messageOf(delivery: Claimed, now: Date): Message {
  const body = bodyOf(delivery);
  const id = `msg_${delivery.id.replaceAll("-", "")}`;
  const secrets = secretsOf(delivery, now);
  const signed = signedHeaders(id, now, body, secrets);
  return {
    headers: { "content-type": "application/json", "user-agent": "Prepzo-Webhooks", ...signed },
    body,
    secrets: [
      ...secrets.map((secret) => secret.replace(/^whsec_/, "")),
      ...signed["webhook-signature"].split(" ").map((signature) => signature.replace(/^v1,/, "")),
    ],
  };
}

type Told = Pick<Claimed, "event_type" | "organization_id" | "test" | "data" | "happened_at" | "created_at">;

/** The very text that a delivery posts. */
export function bodyOf({ event_type, organization_id, test, data, happened_at, created_at }: Told): string {
  return JSON.stringify({
    event: event_type,
    data: test ? sampleOf(event_type) : data,
    organization_id,
    timestamp: (happened_at ?? created_at).toISOString(),
  });
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
