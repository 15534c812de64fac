import { randomInt } from "node:crypto";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import type { Fault } from "@/lib/errors";

/** A row of the API, as far as a test need know it. */
export type Row = { id: string } & Record<string, unknown>;
type Meta = { total: number; limit: number; offset: number; has_more: boolean; cursor: string | null };

export type Answer<Data> = {
  status: number;
  headers: Headers;
  text: string;
  body: { success: boolean; data: Data; errors: Fault[] | null; meta: Meta };
};

type Options = { method?: string; body?: unknown; headers?: Record<string, string>; address?: string };

/**
 * Calls the API of the server under test at BASE_URL as an outside program would, from an address of its own unless
 * one is given: so no test uses up another's allowance.
 */
export async function call<Data = Row>(
  key: string | null,
  path: string,
  { method = "GET", body, headers = {}, address = someAddress() }: Options = {},
): Promise<Answer<Data>> {
  const response = await fetch(`${base()}/api/v1${path}`, {
    method,
    redirect: "manual",
    headers: {
      "X-Forwarded-For": address,
      ...(key === null ? {} : { Authorization: `Bearer ${key}` }),
      ...(body === undefined ? {} : { "Content-Type": "application/json" }),
      ...headers,
    },
    body: typeof body === "string" || body === undefined ? body : JSON.stringify(body),
  });
  const answer = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    text: answer,
    body: answer === "" ? null : JSON.parse(answer),
  };
}

/** Sends a request line and headers that no well-mannered client would, and returns the whole answer as text. */
export async function send(...lines: string[]): Promise<string> {
  const { hostname, port } = new URL(base());
  const socket = connect(Number(port), hostname);
  const all = [...lines, "Host: api.test", `X-Forwarded-For: ${someAddress()}`, "Connection: close", "", ""];
  socket.write(all.join("\r\n"), "latin1");
  return text(socket);
}

/** An address in one of billions of networks of documentation addresses, so that two tests do not meet in one. */
export function someAddress(): string {
  // No leading zeros: the spelling in which it will be found again (RFC 5952).
  const group = () => randomInt(0x1000, 0x10000).toString(16);
  return `2001:db8:${group()}:${group()}::1`;
}

function base(): string {
  const { BASE_URL } = process.env;
  if (!BASE_URL) throw new Error("BASE_URL is not set: run `npm test -- api`");
  return BASE_URL;
}
