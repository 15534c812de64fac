import { ZodError } from "zod";
import { isAppError } from "@/lib/errors";
import { faultsOf } from "@/lib/faults";
import { UserError } from "./user-error";

/** Puts what a service or a schema refused into words for people; returns any other error as it is. */
export function refusal(error: unknown): unknown {
  if (!isAppError(error) && !(error instanceof ZodError)) return error;
  const faults = isAppError(error) ? error.faults : faultsOf(error);
  return new UserError(faults.map((fault) => fault.message).join("\n"));
}
