import { type IncomingMessage, request as requestByHttp } from "node:http";
import { request as requestByHttps } from "node:https";
import { env } from "@/lib/env";
import { type Resolve, resolveHost } from "./address";
import type { DeliveryError } from "./delivery-errors";
import { ForbiddenAddressError, guardedAgent } from "./guarded-agent";
import { readStart } from "./read-start";

/** What one request to a receiver came to: an answer, or the reason why there was none. */
export type Exchange = {
  statusCode: number | null;
  error: DeliveryError | null;
  durationMs: number;
  /** The answer's, names in lower case. */
  headers: Record<string, string>;
  /** What was read of the answer. */
  body: string | null;
};

/** For so long the whole exchange may take. */
export const TIMEOUT_MS = 10_000;
/** So much of an answer is read, in bytes. */
const MOST_BYTES = 16_384;

/** How many 1xx may come before an answer. */
const MOST_ANNOUNCEMENTS = 10;
/** RFC 9110 section 15. */
const LOWEST_STATUS = 100;

type Options = { allowed?: readonly string[]; resolve?: Resolve; timeoutMs?: number };

/**
 * Posts a body to a receiver and reads the beginning of its answer. Redirects are not followed. Never throws: what goes
 * wrong is the exchange's error, beside the status where one had come.
 */
export async function send(
  url: string,
  headers: Record<string, string>,
  body: string,
  options: Options = {},
): Promise<Exchange> {
  const start = performance.now();
  const signal = AbortSignal.timeout(options.timeoutMs ?? TIMEOUT_MS);
  const came: Pick<Exchange, "statusCode" | "headers" | "body"> = {
    statusCode: null,
    headers: {},
    body: null,
  };
  let error: DeliveryError | null = null;
  try {
    const response = await post(new URL(url), headers, body, signal, options);
    if ((response.statusCode ?? 0) < LOWEST_STATUS)
      throw Object.assign(new Error("No status"), { code: "HPE_STATUS" });
    came.statusCode = response.statusCode ?? null;
    came.headers = textOf(response.headers);
    came.body = await readStart(response, MOST_BYTES);
    // To an answer that ends with its connection, ours looks like its end.
    signal.throwIfAborted();
  } catch (thrown) {
    error = signal.aborted ? "timeout" : reasonOf(thrown);
  }
  return { ...came, error, durationMs: Math.round(performance.now() - start) };
}

/** Resolves to the answer as soon as its headers are there. */
async function post(
  url: URL,
  headers: Record<string, string>,
  body: string,
  signal: AbortSignal,
  { allowed = env().WEBHOOK_ALLOWED_HOSTS, resolve = resolveHost }: Options,
): Promise<IncomingMessage> {
  const agent = guardedAgent(url, allowed, resolve);
  const secure = url.protocol === "https:";
  const start = secure ? requestByHttps : requestByHttp;
  const { promise, resolve: answered, reject } = Promise.withResolvers<IncomingMessage>();
  let shaking = false;
  const request = start(url, { method: "POST", headers, agent, signal });
  request.on("socket", (socket) => {
    socket.once("connect", () => {
      shaking = secure;
    });
    socket.once("secureConnect", () => {
      shaking = false;
    });
  });
  // What only announces an answer is not counted by Node, and could keep this process busy until the time is over.
  let announced = 0;
  request.on("information", () => {
    announced++;
    if (announced > MOST_ANNOUNCEMENTS) request.destroy(new Error("No answer"));
  });
  request.on("response", (response) => {
    answered(response);
    // Where an answer ends with its connection, a reset one would be its end.
    request.on("error", (error) => response.destroy(error));
  });
  request.on("error", (error) => reject(shaking ? Object.assign(error, { code: TLS }) : error));
  // Whoever answers by changing the protocol is not heard, and no error says so.
  request.on("close", () => reject(new Error("No answer")));
  request.end(body);
  return promise;
}

const TLS = "TLS";

const REASONS: Record<string, DeliveryError> = {
  [TLS]: "tls",
  ENOTFOUND: "dns",
  EAI_AGAIN: "dns",
  ECONNREFUSED: "connection_refused",
  EHOSTUNREACH: "unreachable",
  ENETUNREACH: "unreachable",
  ETIMEDOUT: "unreachable",
};

function reasonOf(error: unknown): DeliveryError {
  if (error instanceof ForbiddenAddressError) return "forbidden_address";
  const { code = "" } = error as { code?: string };
  return REASONS[code] ?? (code.startsWith("HPE_") ? "unreadable" : "connection_lost");
}

function textOf(headers: IncomingMessage["headers"]): Record<string, string> {
  const entries = Object.entries(headers).map(([name, value]) => [name, [value].flat().join(", ")]);
  return Object.fromEntries(entries);
}
