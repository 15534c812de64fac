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

/** What is sent, as plain data: a server can write it without the cost of a Response. */
export type Reply = { status: number; headers: Record<string, string>; body: string | null };

/** The reply that sends an answer. */
export function replyOf({ status, location, body }: Answer): Reply {
  const headers: Record<string, string> = { "Content-Type": "application/json" };
  if (location !== null) headers.Location = location;
  return { status, headers, body };
}
