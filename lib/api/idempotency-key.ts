import { z } from "zod";
import { parse } from "@/lib/faults";
import type { Endpoint } from "./endpoint";

const FORM = "must be 1 to 255 visible ASCII characters";

const RequestHeaders = z.object({
  "Idempotency-Key": z
    .string()
    .max(255, FORM)
    .regex(/^[!-~]+$/, FORM)
    .optional()
    .describe(
      "Names this request: sent again within 24 hours, it is answered as before and does nothing more",
    ),
});

/** The headers by which a request can be named: what creates something for somebody can be asked to do so once. */
export function requestHeadersOf({ method, scope }: Endpoint): typeof RequestHeaders | undefined {
  return method === "POST" && scope !== "public" ? RequestHeaders : undefined;
}

/** Reads the request headers that an endpoint takes; what it does not take is not looked at. */
export function readHeaders(
  endpoint: Endpoint,
  given: Headers,
): ReturnType<typeof parse<typeof RequestHeaders>> {
  const taken = requestHeadersOf(endpoint)?.keyof().options;
  if (taken === undefined) return { ok: true, data: {} };
  return parse(RequestHeaders, Object.fromEntries(taken.map((name) => [name, given.get(name) ?? undefined])));
}
