"use client";

import type { ReactNode } from "react";
import { Controller } from "react-hook-form";
import { TextField } from "@/components/ui/text-field";
import { byPolicy, type KeyForm } from "./key-form";
import type { KeyHolder } from "./key-summary";
import { Restrictions } from "./restrictions";
import { ScopePicker } from "./scope-picker";

/** What a new key and an edited one are both described by. `children` stand between the texts and the scopes. */
export function KeyFields({
  form,
  holder,
  sumId,
  addressesOfWeek,
  afterScopes,
  children,
}: {
  form: KeyForm;
  holder: KeyHolder;
  /** The id of the sentence that sums up the scopes. */
  sumId: string;
  /** From where the key was used this week. */
  addressesOfWeek?: readonly string[];
  afterScopes?: ReactNode;
  children?: ReactNode;
}) {
  const { errors } = form.formState;
  return (
    <>
      <TextField
        label="Name"
        description="Say where the key will live, such as “Careers site, production”."
        autoFocus
        autoComplete="off"
        maxLength={100}
        required
        error={errors.name && `Name ${errors.name.message}.`}
        {...form.register("name")}
      />
      <TextField
        label="Description (optional)"
        autoComplete="off"
        maxLength={500}
        error={errors.description && `Description ${errors.description.message}.`}
        {...form.register("description")}
      />
      {children}
      <Controller
        control={form.control}
        name="scopes"
        render={({ field }) => (
          <ScopePicker
            ref={field.ref}
            value={field.value}
            onChange={field.onChange}
            holder={holder}
            sumId={sumId}
            error={
              errors.scopes && (byPolicy({ ...errors.scopes }, "Scopes") ?? "Choose at least one scope.")
            }
          />
        )}
      />
      {afterScopes}
      <Restrictions form={form} holder={holder} addressesOfWeek={addressesOfWeek} />
    </>
  );
}
