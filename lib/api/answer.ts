import type { Endpoint } from "./endpoint";

/** A successful answer in the form in which it is sent, and kept to be sent again. */
export type Answer = { status: number; location: string | null; body: string };

/** Puts what an endpoint's `run` returned into its answer: 201 with `Location` where it made something, else 200. */
export function answerOf(endpoint: Endpoint, result: unknown): Answer {
  const body = JSON.stringify(endpoint.response.encode(result));
  const location = endpoint.location?.(result);
  if (location === undefined) return { status: 200, location: null, body };
  return { status: 201, location: `/api/v1${location}`, body };
}

/** The response that sends an answer. */
export function responseOf({ status, location, body }: Answer): Response {
  const headers = { "Content-Type": "application/json", ...(location !== null && { Location: location }) };
  return new Response(body, { status, headers });
}
