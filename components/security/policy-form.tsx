"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { faultText } from "@/components/api-keys/ask";
import { useSend } from "@/components/api-keys/use-send";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { FormError } from "@/components/ui/form-error";
import { TextField } from "@/components/ui/text-field";
import { toast } from "@/components/ui/toast";
import type { Answer } from "@/lib/errors";
import type { RuleCounts } from "@/lib/policy/findings";
import { type ChangePolicy, MIN_IDLE_DAYS, Policy, WARNING_DAYS } from "@/lib/policy/schema";
import { brokenText, idleText } from "./rule-counts";
import { useRuleCounts } from "./use-rule-counts";

/** The rules of the organization, each with how many living keys it would hit, before it is set. */
export function PolicyForm({
  policy,
  changePolicy,
  countBreaches,
}: {
  policy: Policy;
  changePolicy: (input: ChangePolicy) => Promise<Answer<null>>;
  countBreaches: (policy: Policy) => Promise<Answer<RuleCounts>>;
}) {
  const send = useSend();
  const [failure, setFailure] = useState<string>();
  // What a change is one of: what is on the screen, until that is saved.
  const [from, setFrom] = useState(policy);
  const form = useForm<Policy>({ resolver: zodResolver(Policy), defaultValues: policy });
  const { errors, isSubmitting } = form.formState;
  const [maxDays, idleDays] = form.watch(["max_days", "idle_days"]);
  const counts = useRuleCounts(countBreaches, maxDays, idleDays);
  const days = { setValueAs: (value: unknown) => (value === "" || value === null ? null : Number(value)) };

  async function submit(to: Policy) {
    setFailure(undefined);
    const answer = await send(() => changePolicy({ from, to }));
    if (!answer.ok) return setFailure(faultText(answer.errors));
    setFrom(to);
    toast("The policy was saved");
  }

  return (
    <form noValidate onSubmit={form.handleSubmit(submit)}>
      <Card
        title="What you demand of keys"
        description="It binds new keys, and changes of those that exist, in the dashboard and over the API. Keys that break a rule already go on working: you find them under Findings."
        footer={
          <Button type="submit" variant="primary" isPending={isSubmitting} pendingLabel="Saving the policy">
            Save policy
          </Button>
        }
      >
        <FormError>{failure}</FormError>
        <TextField
          label="Longest lifetime in days (optional)"
          inputMode="numeric"
          autoComplete="off"
          className="max-w-sm"
          description={`A key then must have an end. ${brokenText(counts?.max_days, maxDays)}`}
          error={errors.max_days && `This ${errors.max_days.message}.`}
          {...form.register("max_days", days)}
        />
        <Checkbox
          label="Every key has an end"
          description={brokenText(counts?.expiry_required)}
          {...form.register("expiry_required")}
        />
        <Checkbox
          label="No broad scopes"
          description={`Neither read, nor write, nor *. ${brokenText(counts?.no_broad_scopes)}`}
          {...form.register("no_broad_scopes")}
        />
        <Checkbox
          label="Every key names the addresses that it is used from"
          description={brokenText(counts?.addresses_required)}
          {...form.register("addresses_required")}
        />
        <TextField
          label="Disable keys that are unused for so many days (optional)"
          inputMode="numeric"
          autoComplete="off"
          className="max-w-sm"
          description={`At least ${MIN_IDLE_DAYS}, counted from when you set this. Owners are warned ${WARNING_DAYS} days ahead, and can enable a key again. ${idleText(counts?.idle_days, idleDays)}`}
          error={errors.idle_days && `This ${errors.idle_days.message}.`}
          {...form.register("idle_days", days)}
        />
      </Card>
    </form>
  );
}
