import type { Answer } from "@/lib/errors";

/** Waits for a server action; an answer that never arrives becomes a fault that says so. */
export async function ask<T>(action: Promise<Answer<T>>): Promise<Answer<T>> {
  return action.catch(() => LOST);
}

/**
 * Whether the list on the screen may have become another. Where no answer came, or nobody is signed in any more, it
 * must not be fetched anew: that would leave the page, and what was typed with it.
 */
export function mayHaveChanged<T>(answer: Answer<T>): boolean {
  return answer.ok || answer.errors.some(({ code }) => code === "conflict" || code === "not_found");
}

const LOST: Answer<never> = {
  ok: false,
  errors: [
    {
      code: "server_error",
      message:
        "The answer did not arrive. Check your connection, then look at the list before you try again.",
    },
  ],
};

/** The faults of an answer as one text. */
export function faultText(errors: { message: string }[]): string {
  return errors.map((fault) => fault.message).join(" ");
}
