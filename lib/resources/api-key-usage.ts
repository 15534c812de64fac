import { z } from "zod";
import { SCOPE_NAMES } from "@/lib/access/scopes";
import { day, instant } from "@/lib/api/dates";
import { endpoint } from "@/lib/api/endpoint";
import { one } from "@/lib/api/envelope";
import { STATUSES } from "@/lib/api-keys/status";
import { shown } from "@/lib/text";
import { WINDOWS } from "@/lib/usage/evidence";
import { usageOf } from "@/lib/usage/read";
import { MAX_LISTED } from "@/lib/usage/window";
import { idOf } from "./id-of";
import { rowId } from "./row";

const LONGEST_WINDOW = Math.max(...WINDOWS);
const FORM = `must be ${WINDOWS.join(", ").replace(/, (\d+)$/, " or $1")}`;

const days = z
  .preprocess(
    (given) => WINDOWS.find((window) => String(window) === given) ?? given,
    z
      .literal([...WINDOWS], FORM)
      .meta({ type: "integer", minimum: Math.min(...WINDOWS), maximum: LONGEST_WINDOW }),
  )
  .prefault(30);

const count = z.int().min(0);
const address = shown(45);

const LastHour = z
  .object({
    calls: count.describe("How many calls it made"),
    addresses: z
      .array(
        z.object({
          address: address.describe("From where; `other` for those beyond the first hundred"),
          calls: count.describe("How many of the calls"),
          last_seen: instant.describe("When the latest of them began"),
        }),
      )
      .meta({ maxItems: MAX_LISTED })
      .describe("Most calls first"),
  })
  .meta({ id: "ApiKeyLastHour" });

const Half = z
  .object({
    id: rowId,
    key_prefix: shown(12).describe("The first 12 characters of the key"),
    last_four: shown(4).describe("The last 4 characters of the key"),
    status: z.enum(STATUSES).describe("Its state now"),
    created_at: instant.describe("When it was made: of `next`, when the rotation was"),
    expires_at: instant.nullable().describe("When it ends by itself; null: never"),
    last_used_at: instant.nullable().describe("When it last let a caller in; null: never"),
    last_used_ip: address.nullable().describe("From where that was; null: not known"),
    last_hour: LastHour.describe("What it did in the last hour"),
  })
  .meta({ id: "ApiKeyHalf" });

const EXAMPLE = {
  total: 1_204,
  by_day: [
    { date: "2027-01-31", ok: 0, client_error: 0, server_error: 0, rate_limited: 0 },
    { date: "2027-02-01", ok: 1_198, client_error: 4, server_error: 0, rate_limited: 2 },
  ],
  last_hour: {
    calls: 12,
    addresses: [{ address: "203.0.113.7", calls: 12, last_seen: "2027-02-01T03:00:04.000Z" }],
  },
  scopes: [{ scope: "candidates:read", allowed: true, last_used_at: "2027-02-01T03:00:04.000Z" }],
  endpoints: [{ method: "GET", path: "/candidates", calls: 1_204 }],
  after_death: { calls: 0, last_seen: null },
  rotation: { previous: null, next: null },
};

/** What a key really does, as it is sent. */
export const ApiKeyUsage = z
  .object({
    total: count.describe("The calls of the window, whatever their outcome"),
    by_day: z
      .array(
        z.object({
          date: day.describe("The day, in UTC"),
          ok: count.describe("Answered below 400"),
          client_error: count.describe("Answered from 400 to 499, but for 429"),
          server_error: count.describe("Answered from 500 on"),
          rate_limited: count.describe("Answered 429"),
        }),
      )
      .meta({ maxItems: LONGEST_WINDOW })
      .describe("Each day of the window, today last"),
    last_hour: LastHour.describe("What it did in the last hour"),
    scopes: z
      .array(
        z.object({
          scope: z.enum(SCOPE_NAMES).describe("By its fine name; `*` stands for managing keys"),
          allowed: z.boolean().describe("Whether the key may do it now"),
          last_used_at: instant
            .nullable()
            .describe("When a call that succeeded last needed it; null: it was not used"),
        }),
      )
      .meta({ maxItems: SCOPE_NAMES.length })
      .describe("What the key may do now, and what it did before"),
    endpoints: z
      .array(
        z.object({
          method: shown(7).describe("The method of the calls"),
          path: shown(100).describe("Below /api/v1; `unknown` for paths that are none of the API's"),
          calls: count.describe("How many of the calls"),
        }),
      )
      .meta({ maxItems: MAX_LISTED })
      .describe("Most calls first"),
    after_death: z
      .object({
        calls: count.describe("How many calls of the window; they are not in `total`"),
        last_seen: instant.nullable().describe("When the latest of them began"),
      })
      .describe("Calls with the key when it was revoked, expired, rotated out or disabled"),
    rotation: z
      .object({
        previous: Half.nullable().describe("The key that it took over from"),
        next: Half.nullable().describe("The key that took over"),
      })
      .describe("The other halves, to see whether they are still in use"),
  })
  .meta({ id: "ApiKeyUsage", examples: [EXAMPLE] });

/** How many days of usage are asked for. */
export const UsageWindow = z.strictObject({ days: days.describe("How many days, today included") });

/** How to read the figures. */
export const USAGE =
  "The figures are at most a few seconds old. Right after a rotation, `rotation.previous.last_hour.calls` of 0 means nothing yet: it may be between two runs of a program. Wait until this key is an hour old; 0 calls then say that nothing used the key that it took over from for an hour. A program that runs less often shows in `rotation.previous.last_used_at`.";

export const apiKeyUsage = endpoint({
  method: "GET",
  path: "/api-keys/{id}/usage",
  id: "api-keys.usage",
  summary: "See what one API key really does",
  description: USAGE,
  scope: "api-keys:manage",
  params: idOf("ApiKey", "API key"),
  query: UsageWindow,
  response: one(ApiKeyUsage),
  run: ({ actor, params: { id }, query, now }) => usageOf(actor, id, query.days, now),
});
