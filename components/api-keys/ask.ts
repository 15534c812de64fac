import type { Answer } from "@/lib/errors";

/** Waits for a server action; an answer that never arrives becomes a fault that says so. */
export async function ask<T>(action: Promise<Answer<T>>): Promise<Answer<T>> {
  try {
    return await action;
  } catch {
    const message =
      "The answer did not arrive. Check your connection, then look at the list before you try again.";
    return { ok: false, errors: [{ code: "server_error", message }] };
  }
}

/** The faults of an answer as one text. */
export function faultText(errors: { message: string }[]): string {
  return errors.map((fault) => fault.message).join(" ");
}
