import { z } from "zod";
import { isAppError } from "@/lib/errors";
import { UserError } from "./user-error";

/** Puts what a service or a schema refused into words for people; returns any other error as it is. */
export function refusal(error: unknown): unknown {
  if (isAppError(error)) return new UserError(error.faults.map((fault) => fault.message).join("\n"));
  if (!(error instanceof z.ZodError)) return error;
  return new UserError(error.issues.map(({ path, message }) => `${path.join(".")} ${message}`).join("\n"));
}
