import { Webhook } from "standardwebhooks";

/**
 * The headers by which a receiver knows a message to be ours, as Standard Webhooks
 * (https://www.standardwebhooks.com) has them: one signature for each of the secrets, the newest first.
 * @param id the same on each attempt
 * @param at when this attempt is made
 */
export function signedHeaders(
  id: string,
  at: Date,
  body: string,
  secrets: readonly string[],
): Record<"webhook-id" | "webhook-timestamp" | "webhook-signature", string> {
  return {
    "webhook-id": id,
    "webhook-timestamp": String(Math.floor(at.getTime() / 1_000)),
    "webhook-signature": secrets.map((secret) => new Webhook(secret).sign(id, at, body)).join(" "),
  };
}
