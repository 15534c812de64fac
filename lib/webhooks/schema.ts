import { z } from "zod";
import { notKnown, text, webAddress } from "@/lib/text";
import { SUBSCRIPTIONS } from "./event-scopes";

/** What a webhook is made of, for the form and the API alike. */
export const CreateWebhook = z.strictObject({
  url: webAddress(2_000)
    .describe("https, on the internet")
    .meta({ examples: ["https://hooks.example.com/prepzo"] }),
  events: z
    .array(z.enum(SUBSCRIPTIONS, { error: notKnown("event") }))
    .min(1)
    .max(SUBSCRIPTIONS.length)
    .transform((events) => [...new Set(events)])
    .describe(
      "What to be told of; `*` for all but the events of API keys, which are to be named. The key must be able to read it",
    ),
  description: text(1, 500).nullable().optional().describe("What it is for"),
  enabled: z.boolean().optional().describe("Whether it sends; true unless given"),
});

/** For how long receivers may go on checking with the secret before, unless said otherwise: a day. */
export const OVERLAP_SECONDS = 86_400;

export const RotateWebhookSecret = z.strictObject({
  overlap_seconds: z
    .int()
    .min(0)
    .max(OVERLAP_SECONDS)
    .optional()
    .describe(
      "For how long what is sent is signed with the secret before as well; a day unless given, 0 ends it at once",
    ),
});
