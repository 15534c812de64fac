"use client";

import { type Ref, useState } from "react";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { ExactTime } from "@/components/ui/time";
import { dayAfter, type ExpiryChoice, endOf } from "./expiry";
import { choicesWithin, type ExpiryBounds } from "./expiry-bounds";

/** What a key's end is set to: an ISO 8601 instant, null for never, "" while a date is still missing. */
export type ExpiryValue = string | null;

/** The value of a choice that needs no date. */
export function expiryValue(choice: ExpiryChoice, { latest }: ExpiryBounds): ExpiryValue {
  const end = endOf(choice, "", new Date(), latest);
  return end === undefined ? "" : (end?.toISOString() ?? null);
}

/** Chooses when a key ends, and shows the exact instant beside the choice. */
export function ExpiryField({
  value,
  bounds,
  defaultChoice,
  onChange,
  error,
  ref,
}: {
  value: ExpiryValue;
  /** What the organization's policy leaves to choose from. */
  bounds: ExpiryBounds;
  /** Null: nothing is chosen yet. */
  defaultChoice: ExpiryChoice | null;
  onChange: (value: ExpiryValue) => void;
  error?: string;
  /** Gets the control that the error stands at, so that a form can lead there. */
  ref?: Ref<HTMLInputElement & HTMLSelectElement>;
}) {
  const [choice, setChoice] = useState<ExpiryChoice | null>(defaultChoice);
  const [date, setDate] = useState("");
  const now = new Date();

  function choose(next: ExpiryChoice, day: string) {
    setChoice(next);
    setDate(day);
    const end = endOf(next, day, new Date(), bounds.latest);
    onChange(end === undefined ? "" : (end?.toISOString() ?? null));
  }

  return (
    <div className="flex flex-col gap-3">
      <Select
        ref={choice === "date" ? undefined : ref}
        label="Expiration"
        value={choice ?? ""}
        onChange={(event) => choose(event.target.value as ExpiryChoice, date)}
        description={
          <>
            {choice === null ? null : <End value={value} />}
            {bounds.isRequired ? <Rule {...bounds} /> : null}
          </>
        }
        error={choice === "date" ? undefined : error}
      >
        {choice === null ? <option value="">Choose…</option> : null}
        {choicesWithin(bounds, now).map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Select>
      {choice === "date" ? (
        <TextField
          ref={ref}
          type="date"
          label="Last day"
          value={date}
          min={dayAfter(now, 0)}
          max={bounds.latest ? dayAfter(bounds.latest, 0) : dayAfter(now, 3650)}
          onChange={(event) => choose("date", event.target.value)}
          description="The key works until the end of this day in your time zone."
          error={error}
        />
      ) : null}
    </div>
  );
}

function Rule({ latest, isImposed }: ExpiryBounds) {
  return (
    <span className="block">
      {isImposed ? "The key can only end sooner" : "Your organization’s policy asks for an end"}
      {latest ? (
        <>
          , on <ExactTime value={latest} /> at the latest.
        </>
      ) : (
        "."
      )}
    </span>
  );
}

function End({ value }: { value: ExpiryValue }) {
  if (value === "") return "Choose the last day on which the key works.";
  if (value === null) {
    return "A key without an end works until somebody remembers to revoke it. Prefer a date and rotate in time.";
  }
  return (
    <>
      Ends <ExactTime value={value} />
    </>
  );
}
