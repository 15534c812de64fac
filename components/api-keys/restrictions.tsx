"use client";

import { useEffect, useState } from "react";
import { Controller } from "react-hook-form";
import { Fold } from "@/components/ui/fold";
import { Radio, RadioGroup } from "@/components/ui/radio-group";
import { TextField } from "@/components/ui/text-field";
import { MAX_RATE_LIMIT } from "@/lib/api-keys/schema";
import { AddressesField } from "./addresses-field";
import type { KeyForm } from "./key-form";
import type { KeyHolder } from "./key-summary";

const LEAK_CHOICES = [
  { value: "revoke", label: "Revoke it at once" },
  { value: "revoke_after_24h", label: "Revoke it after 24 hours" },
  { value: "alert", label: "Only tell us, and leave it in force" },
] as const;

/** What restricts a key besides its scopes: folded away where nothing of it is set. */
export function Restrictions({
  form,
  holder,
  addressesOfWeek,
}: {
  form: KeyForm;
  holder: KeyHolder;
  addressesOfWeek?: readonly string[];
}) {
  const { errors, defaultValues, submitCount } = form.formState;
  const { allowed_ips, rate_limit, on_leak } = defaultValues ?? {};
  const needsAddresses = holder.policy.addresses_required;
  const [isOpen, setOpen] = useState(
    Boolean(allowed_ips || rate_limit) || on_leak !== "revoke" || needsAddresses,
  );
  const first = Object.keys(errors)[0];

  // What is folded away cannot be led to, so it is opened first.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each try leads there anew
  useEffect(() => {
    if (first === "allowed_ips" || first === "rate_limit") form.setFocus(first);
  }, [form, first, submitCount]);

  return (
    <Fold
      title="Restrictions"
      isOpen={isOpen || Boolean(errors.allowed_ips || errors.rate_limit)}
      onToggle={setOpen}
    >
      <div className="flex flex-col gap-5 py-1">
        <Controller
          control={form.control}
          name="allowed_ips"
          render={({ field }) => (
            <AddressesField
              ref={field.ref}
              value={field.value ?? null}
              onChange={field.onChange}
              isRequired={needsAddresses}
              ownAddress={holder.address}
              addressesOfWeek={addressesOfWeek}
              fault={errors.allowed_ips}
            />
          )}
        />
        <TextField
          label="Requests a minute (optional)"
          description="A limit of its own, below the plan’s."
          inputMode="numeric"
          autoComplete="off"
          className="max-w-64"
          error={
            errors.rate_limit && `Give a whole number from 1 to ${MAX_RATE_LIMIT.toLocaleString("en-US")}.`
          }
          {...form.register("rate_limit", {
            setValueAs: (value: string | number | null) =>
              value === null || value === "" ? null : Number(value),
          })}
        />
        <Controller
          control={form.control}
          name="on_leak"
          render={({ field }) => (
            <RadioGroup label="When the key is found in public">
              {LEAK_CHOICES.map(({ value, label }) => (
                <Radio
                  key={value}
                  name={field.name}
                  label={label}
                  checked={(field.value ?? "revoke") === value}
                  onChange={() => field.onChange(value)}
                />
              ))}
            </RadioGroup>
          )}
        />
      </div>
    </Fold>
  );
}
