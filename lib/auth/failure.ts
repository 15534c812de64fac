import { isDatabaseAway } from "@/lib/db";
import { AppError, isAppError } from "@/lib/errors";
import { log } from "@/lib/log";

/** What the browser is told of an error: ours as it is; of any other nothing but that it happened, and the log the rest. */
export function failureOf(error: unknown, requestId: string | null): AppError {
  if (isAppError(error)) return error;
  log().error({ err: error, request_id: requestId }, "browser request failed");
  if (!isDatabaseAway(error)) return new AppError("server_error");
  return new AppError("server_error", "The service is not available right now. Try again in a few seconds.", {
    status: 503,
    headers: { "Retry-After": "5" },
  });
}
