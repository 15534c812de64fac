"use client";

import { useState } from "react";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";

export const LEAKED = "Leaked";
const REASONS = [LEAKED, "No longer needed", "Replaced by another key"];
const OTHER = "Other";

/** Why a key is revoked, for the record; may stay empty. */
export function ReasonField({ value, onChange }: { value: string; onChange: (reason: string) => void }) {
  const [isOther, setOther] = useState(false);
  return (
    <div className="flex flex-col gap-3">
      <Select
        label="Reason (optional)"
        value={isOther ? OTHER : value}
        onChange={(event) => {
          const choice = event.target.value;
          setOther(choice === OTHER);
          onChange(choice === OTHER ? "" : choice);
        }}
      >
        <option value="">No reason given</option>
        {[...REASONS, OTHER].map((reason) => (
          <option key={reason} value={reason}>
            {reason}
          </option>
        ))}
      </Select>
      {isOther ? (
        <TextField
          label="What happened"
          value={value}
          maxLength={500}
          onChange={(event) => onChange(event.target.value)}
        />
      ) : null}
    </div>
  );
}
