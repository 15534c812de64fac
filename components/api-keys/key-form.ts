import { zodResolver } from "@hookform/resolvers/zod";
import { type UseFormReturn, useForm } from "react-hook-form";
import type { z } from "zod";
import { GenerateKey } from "@/lib/api-keys/schema";
import type { Fault } from "@/lib/errors";

export type KeyInput = z.input<typeof GenerateKey>;
type KeyOutput = z.output<typeof GenerateKey>;
export type KeyForm = UseFormReturn<KeyInput, unknown, KeyOutput>;

const FIELDS = [
  "name",
  "description",
  "scopes",
  "expires_at",
  "allowed_ips",
  "rate_limit",
  "on_leak",
] as const satisfies (keyof KeyInput)[];

/** The form of a key, new or not, checked by the schema that the server checks by. */
export function useKeyForm(defaultValues: KeyInput): KeyForm {
  return useForm<KeyInput, unknown, KeyOutput>({ resolver: zodResolver(GenerateKey), defaultValues });
}

/** What the server said of a field that breaks the organization's policy, as a sentence about `name`; undefined for all else. */
export function byPolicy({ message = "" }: { message?: string }, name: string): string | undefined {
  return message.includes("policy") ? `${name} ${message}.` : undefined;
}

/** Puts what the server found wrong at its fields. Returns what concerns none of them as one text. */
export function placeFaults(form: KeyForm, faults: readonly Fault[]): string | undefined {
  const unplaced: string[] = [];
  for (const { field, message } of faults) {
    const place = FIELDS.find((name) => field === name || field?.startsWith(`${name}.`));
    if (place) form.setError(place, { message: message.replace(`${field} `, "") }, { shouldFocus: true });
    else unplaced.push(message);
  }
  return unplaced.join(" ") || undefined;
}
