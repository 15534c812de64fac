import { unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import { type Actor, person, requireScope } from "@/lib/access/actor";
import type { Leaf } from "@/lib/access/scopes";
import { type Answer, AppError } from "@/lib/errors";
import { parse } from "@/lib/faults";
import { callOrigin } from "./call-origin";
import { failureOf } from "./failure";
import { currentSession } from "./session";

type Action<Input extends z.ZodType, Output> = {
  /** What the person's role must hold; without it, being signed in is enough. */
  scope?: Leaf;
  input: Input;
  run: (actor: Actor, input: z.output<Input>, now: Date) => Promise<Output>;
};

/**
 * A server action: the browser's way to a service, as an endpoint is the API's. Returns a function that never throws:
 * it answers with the data, or with faults (code `unauthorized` where nobody is signed in).
 */
export function action<Input extends z.ZodType, Output>(definition: Action<Input, Output>) {
  return async (input: z.input<Input>): Promise<Answer<Output>> => perform(definition, input);
}

/** The same for a form that is posted, with or without scripts: the action of `useActionState`. */
export function formAction<Input extends z.ZodType, Output>(definition: Action<Input, Output>) {
  return async (_previous: Answer<Output> | null, form: FormData): Promise<Answer<Output>> =>
    perform(definition, fieldsOf(form));
}

/** The text fields of a posted form by name, without those that React adds. That it is a form is the client's word. */
export function fieldsOf(form: unknown): Record<string, string> {
  if (!(form instanceof FormData)) return {};
  return Object.fromEntries(
    [...form].filter((entry): entry is [string, string] => {
      const [name, value] = entry;
      return typeof value === "string" && !name.startsWith("$ACTION");
    }),
  );
}

async function perform<Input extends z.ZodType, Output>(
  { scope, input, run }: Action<Input, Output>,
  sent: unknown,
): Promise<Answer<Output>> {
  const origin = await callOrigin();
  try {
    const session = await currentSession();
    if (!session) throw new AppError("unauthorized", "You are signed out. Sign in again, then repeat this.");
    const actor = person(session.user, origin, session.proven_at);
    if (scope) requireScope(actor, scope);
    const parsed = parse(input, sent);
    if (!parsed.ok) return { ok: false, errors: parsed.faults };
    return { ok: true, data: await run(actor, parsed.data, new Date()) };
  } catch (error) {
    unstable_rethrow(error);
    return { ok: false, errors: failureOf(error, origin.requestId).faults };
  }
}
