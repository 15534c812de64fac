import { type Logger, pino } from "pino";
import { env } from "./env";
import { once } from "./once";

/** The process's one log: JSON lines on stdout. Never hand it a key, cookie, password, query or body. */
export function log(): Logger {
  return once("log", () => pino({ level: env().LOG_LEVEL, base: undefined }));
}
