"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { Controller, type UseFormReturn, useForm } from "react-hook-form";
import type { z } from "zod";
import { TextField } from "@/components/ui/text-field";
import type { Role } from "@/lib/access/roles";
import type { Fault } from "@/lib/errors";
import { CreateWebhook } from "@/lib/webhooks/schema";
import { EventPicker } from "./event-picker";
import type { WebhookInput } from "./webhook-actions";

type WebhookForm = UseFormReturn<WebhookInput, unknown, z.output<typeof CreateWebhook>>;

/** The form of a webhook, new or not, checked by the schema that the server checks by. */
export function useWebhookForm(defaultValues: WebhookInput): WebhookForm {
  return useForm({ resolver: zodResolver(CreateWebhook), defaultValues });
}

/** What a new webhook and an edited one are both described by. */
export function WebhookFields({ form, role }: { form: WebhookForm; role: Role }) {
  const { errors } = form.formState;
  return (
    <>
      <TextField
        label="URL"
        type="url"
        inputMode="url"
        autoFocus
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        placeholder="https://"
        required
        maxLength={2_000}
        description="Where events are posted to. It must be https, on the internet."
        error={errors.url && `URL ${errors.url.message}.`}
        {...form.register("url")}
      />
      <TextField
        label="Description (optional)"
        autoComplete="off"
        maxLength={500}
        description="What the receiver does, such as “Payroll, production”."
        error={errors.description && `Description ${errors.description.message}.`}
        {...form.register("description", { setValueAs: (text) => text?.trim() || null })}
      />
      <Controller
        control={form.control}
        name="events"
        render={({ field }) => (
          <EventPicker
            ref={field.ref}
            value={field.value}
            onChange={field.onChange}
            role={role}
            error={errors.events && "Choose at least one event."}
          />
        )}
      />
    </>
  );
}

const FIELDS = ["url", "description", "events"] as const satisfies (keyof WebhookInput)[];

/** Puts what the server found wrong at its fields. Returns what concerns none of them as one text. */
export function placeFaults(form: WebhookForm, faults: readonly Fault[]): string | undefined {
  const unplaced: string[] = [];
  for (const { code, field, message } of faults) {
    const place = FIELDS.find((name) => field === name || field?.startsWith(`${name}.`));
    if (place) form.setError(place, { message: message.replace(`${field} `, "") }, { shouldFocus: true });
    else unplaced.push(code === "forbidden" ? NOT_READABLE : message);
  }
  return unplaced.join(" ") || undefined;
}

/** All else that these forms do is refused before they open. */
const NOT_READABLE = "Your role cannot read all of these events. Take away those that it cannot read.";
