import { randomUUIDv7 } from "node:crypto";
import { STATUS_CODES } from "node:http";
import { failure } from "./envelope";

const STATUSES: Record<string, number> = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 };

/** The whole answer, as text for the socket, to what Node could not read as an HTTP request. */
export function answerToClientError(error: NodeJS.ErrnoException): string {
  const status = STATUSES[error.code ?? ""] ?? 400;
  const body = JSON.stringify(
    failure([{ code: "invalid_request", message: `The request is refused: ${STATUS_CODES[status]}` }]),
  );
  return [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    "Connection: close",
    "Cache-Control: no-store",
    "Content-Type: application/json",
    `Content-Length: ${Buffer.byteLength(body)}`,
    `X-Request-Id: ${randomUUIDv7()}`,
    "",
    body,
  ].join("\r\n");
}
