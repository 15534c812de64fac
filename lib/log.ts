import { type Logger, pino } from "pino";
import { env } from "./env";
import { once } from "./once";

/** The process's one log: JSON lines on stdout. Never hand it a key, cookie, password, query or body. */
export function log(): Logger {
  return once("log", () =>
    pino({ level: env().LOG_LEVEL, base: undefined, serializers: { err: describeError } }),
  );
}

/** An error and its causes by their plain facts alone: what libraries hang on an error may hold what people sent. */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const { name: type, message, stack, cause } = error;
  const { code } = error as { code?: unknown };
  return { type, code, message, stack, ...(cause === undefined ? {} : { cause: describeError(cause) }) };
}
