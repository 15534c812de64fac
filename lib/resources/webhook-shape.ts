import { z } from "zod";
import { instant } from "@/lib/api/dates";
import { shown } from "@/lib/text";
import { SUBSCRIPTIONS } from "@/lib/webhooks/event-scopes";
import { EXAMPLES } from "./examples";
import { createdAt, Person, rowId, updatedAt } from "./row";

/** A webhook as the API shows it. */
export const Webhook = z
  .object({
    id: rowId,
    url: shown(2_000).meta({ format: "uri" }).describe("Where it sends to"),
    events: z
      .array(shown(50))
      .meta({ maxItems: SUBSCRIPTIONS.length })
      .describe("What it tells of; `*` for all but the events of API keys"),
    description: shown(500).nullable().describe("What it is for"),
    enabled: z.boolean().describe("Whether it sends"),
    disabled_reason: z
      .enum(["gone", "failing"])
      .nullable()
      .describe(
        "Why the product disabled it: the receiver answered 410, or had only failed for 5 days, at least 10 times; null where a person did, or it is enabled",
      ),
    disabled_at: instant.nullable().describe("When the product disabled it"),
    failing_since: instant.nullable().describe("The first failure since the last success"),
    previous_secret_until: instant
      .nullable()
      .describe("Until when what is sent is signed with the secret before the last rotation as well"),
    owner: Person.describe("Whose role bounds what is sent"),
    created_at: createdAt,
    updated_at: updatedAt,
  })
  .meta({ id: "Webhook", examples: [EXAMPLES.Webhook] });

const EXAMPLE_SECRET = "whsec_dGhpcyBpcyBhbiBleGFtcGxlIG9ubHk=";

/** A webhook in the two answers that show its secret: to create and to rotate. */
export const WebhookWithSecret = Webhook.extend({
  secret: shown(100).describe("Signs what is sent, as in Standard Webhooks. It is not shown again"),
}).meta({ id: "WebhookWithSecret", examples: [{ ...EXAMPLES.Webhook, secret: EXAMPLE_SECRET }] });
