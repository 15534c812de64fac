import { z } from "zod";
import { type Endpoint, endpoint } from "@/lib/api/endpoint";
import { bare } from "@/lib/api/envelope";
import { openApi } from "@/lib/api/openapi";
import { about } from "./about";
import { analytics } from "./analytics";
import { apiKeys } from "./api-keys";
import { applications } from "./applications";
import { bulk } from "./bulk";
import { candidates } from "./candidates";
import { currentApiKey } from "./current-api-key";
import { departments } from "./departments";
import { interviews } from "./interviews";
import { jobs } from "./jobs";
import { leaks } from "./leaks";
import { notes } from "./notes";
import { offers } from "./offers";
import { webhookDeliveries } from "./webhook-deliveries";
import { webhooks } from "./webhooks";

/** The description of the catalogue, itself included. */
export const document = endpoint({
  method: "GET",
  path: "/openapi.json",
  id: "openapi.get",
  summary: "Get this document",
  scope: "public",
  response: bare(
    z.looseObject({
      openapi: z
        .string()
        .meta({ maxLength: 20 })
        .describe("The version of OpenAPI")
        .meta({ examples: ["3.1.0"] }),
    }),
  ),
  run: () => apiDocument(),
});

/** The catalogue: every endpoint of the API, in the order of the documentation. */
export const catalogue: readonly Endpoint[] = [
  ...Object.values(candidates),
  ...Object.values(notes),
  ...Object.values(departments),
  ...Object.values(jobs),
  ...Object.values(applications),
  ...Object.values(interviews),
  ...Object.values(offers),
  ...Object.values(bulk),
  ...Object.values(analytics),
  ...Object.values(webhooks),
  ...Object.values(webhookDeliveries),
  ...Object.values(currentApiKey),
  ...Object.values(apiKeys),
  ...Object.values(leaks),
  document,
];

let description: ReturnType<typeof openApi> | undefined;

/** The OpenAPI document of the catalogue. It takes a while and cannot change while we run, so it is made once. */
export function apiDocument() {
  description ??= openApi(catalogue, about);
  return description;
}
