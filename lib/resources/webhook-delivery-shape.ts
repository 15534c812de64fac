import { z } from "zod";
import { dateTime, instant, moment } from "@/lib/api/dates";
import { paged } from "@/lib/api/pagination";
import { shown } from "@/lib/text";
import { MOST_ATTEMPTS } from "@/lib/webhooks/deliveries";
import { DELIVERY_ERRORS, type DeliveryError } from "@/lib/webhooks/delivery-errors";
import { DELIVERY_STATUSES } from "@/lib/webhooks/delivery-view";
import { EVENTS } from "@/lib/webhooks/events";
import { RESENDABLE } from "@/lib/webhooks/resend";
import { EXAMPLES } from "./examples";
import { idOf } from "./id-of";
import { rowId } from "./row";

const Event = z.enum(EVENTS);
const Status = z.enum(DELIVERY_STATUSES);
const Failure = z.enum(Object.keys(DELIVERY_ERRORS) as [DeliveryError, ...DeliveryError[]]).nullable();
const statusCode = z.int().min(100).max(999).nullable();
const duration = z.int().min(0);

const fields = {
  id: rowId,
  webhook_id: z.uuid().describe("The webhook that it goes to"),
  event_id: z.uuid().nullable().describe("What happened; the same for each webhook. Null for a test"),
  event_type: Event.describe("What it tells of"),
  test: z.boolean().describe("Whether it was asked for as a test"),
  status: Status.describe("`pending` until it was received or given up"),
  attempts: z.int().min(0).describe("How many were made"),
  next_attempt_at: instant
    .nullable()
    .describe("When it is tried next, at the earliest; null unless it is pending"),
  last_status_code: statusCode.describe("The status that the receiver answered with last"),
  last_error: Failure.describe("Why the last attempt failed; null where it did not"),
  last_duration_ms: duration.nullable().describe("How long the last attempt took, in milliseconds"),
  delivered_at: instant
    .nullable()
    .describe("When it was received last, also where it failed when it was sent again"),
  created_at: instant.describe("When it was made"),
};

/** A delivery as lists show it. */
export const Delivery = z.object(fields).meta({ id: "WebhookDelivery", examples: [EXAMPLES.Delivery] });

const headers = z.record(shown(100), shown(1_000));

const Attempt = z
  .object({
    number: z.int().min(1).describe("Which one, from 1 on"),
    at: instant.describe("When it was made"),
    trigger: z.enum(["automatic", "resend"]).describe("Whether somebody asked for it"),
    status_code: statusCode.describe("The status that the receiver answered with; null where it did not"),
    error: Failure.describe("Why it failed; null where it did not"),
    duration_ms: duration.describe("How long it took, in milliseconds"),
    request_headers: headers.describe("What was sent, the signature masked"),
    response_headers: headers.describe("What was answered, as far as it was kept"),
    response_body: shown(20_000)
      .nullable()
      .describe(
        "The beginning of what was answered: at most 16 KiB, of a success 1 KiB; null where nothing was. Signatures and secrets in it are masked",
      ),
  })
  .meta({ id: "WebhookDeliveryAttempt" });

const EXAMPLE_ATTEMPT = {
  number: 1,
  at: "2027-02-01T14:05:12.310Z",
  trigger: "automatic",
  status_code: 204,
  error: null,
  duration_ms: 87,
  request_headers: {
    "content-type": "application/json",
    "webhook-id": `msg_${EXAMPLES.Delivery.id.replaceAll("-", "")}`,
    "webhook-timestamp": "1801490712",
    "webhook-signature": "v1,…",
  },
  response_headers: { date: "Mon, 01 Feb 2027 14:05:12 GMT" },
  response_body: "",
};

/** A delivery with what was sent and answered. */
export const DeliveryInFull = z
  .object({
    ...fields,
    body: shown(1_000_000).describe("The very text that is posted on each attempt"),
    history: z
      .array(Attempt)
      .meta({ maxItems: MOST_ATTEMPTS })
      .describe("The attempts, the newest first; the latest hundred"),
  })
  .meta({
    id: "WebhookDeliveryInFull",
    examples: [
      {
        ...EXAMPLES.Delivery,
        body: JSON.stringify({
          event: EXAMPLES.Delivery.event_type,
          data: EXAMPLES.Candidate,
          organization_id: EXAMPLES.Organization.id,
          timestamp: EXAMPLES.Delivery.created_at,
        }),
        history: [EXAMPLE_ATTEMPT],
      },
    ],
  });

export const DeliveryQuery = paged({
  status: Status.optional().describe("Only these"),
  event_type: Event.optional().describe("Only what tells of this"),
  from: moment.optional().describe("Only what was made then or later"),
  to: moment.optional().describe("Only what was made earlier"),
});

export const SendTest = z.strictObject({
  event: Event.optional().describe("One that the webhook asks for; the first of them unless given"),
});

export const ResendFailed = z.strictObject({
  status: z
    .enum(RESENDABLE)
    .describe(
      "`failed` for what was given up, `pending` for what has failed and waits for another attempt: it has it now",
    ),
  from: dateTime.describe("Only what was made then or later").meta({ examples: ["2027-02-01T00:00:00Z"] }),
  to: dateTime.optional().describe("Only what was made earlier; until now unless given"),
});

export const Resent = z
  .object({
    resent: z.int().min(0).describe("How many are on their way now"),
    remaining: z.int().min(0).describe("How many more of the period have failed"),
  })
  .meta({ id: "ResentDeliveries", examples: [{ resent: 42, remaining: 0 }] });

/** The parameters of a path that names one delivery. */
export const deliveryParams = idOf("Webhook").extend({
  delivery_id: z
    .uuid("Delivery not found")
    .meta({ examples: [EXAMPLES.Delivery.id] })
    .describe("The id of the delivery"),
});
