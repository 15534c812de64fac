"use client";

import { type Ref, useState } from "react";
import type { FieldError, Merge } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { TextArea } from "@/components/ui/text-area";
import { addressText, lockedOut } from "./addresses";

/** The addresses from which a key may be used, as a person types them. None is any. */
export function AddressesField({
  value,
  onChange,
  isRequired,
  ownAddress,
  addressesOfWeek = [],
  fault,
  ref,
}: {
  value: string[] | null;
  onChange: (value: string[] | null) => void;
  /** By the organization's policy. */
  isRequired: boolean;
  ownAddress: string | null;
  addressesOfWeek?: readonly string[];
  fault?: Merge<FieldError, (FieldError | undefined)[]>;
  ref?: Ref<HTMLTextAreaElement>;
}) {
  const [text, setText] = useState(value?.join("\n") ?? "");
  const excluded = lockedOut(addressesOfWeek, value);

  function type(next: string) {
    setText(next);
    const entries = next.split(/[\s,;]+/).filter(Boolean);
    onChange(entries.length > 0 ? entries : null);
  }

  return (
    <div className="flex flex-col items-start gap-2">
      <TextArea
        ref={ref}
        label={isRequired ? "Allowed addresses" : "Allowed addresses (optional)"}
        description={`An IP address or CIDR block on each line, IPv4 or IPv6. ${
          isRequired
            ? "Your organization’s policy asks for at least one."
            : "Without any, the key works from everywhere."
        }`}
        required={isRequired}
        rows={3}
        spellCheck={false}
        autoComplete="off"
        className="w-full"
        inputClassName="min-h-18 font-mono text-sm"
        value={text}
        onChange={(event) => type(event.target.value)}
        error={fault && addressText(fault, value ?? [])}
      />
      {ownAddress && !value?.includes(ownAddress) ? (
        <Button size="sm" onPress={() => type(text.trim() ? `${text.trimEnd()}\n${ownAddress}` : ownAddress)}>
          Add my address, {ownAddress}
        </Button>
      ) : null}
      <div role="status" className="w-full empty:hidden">
        {excluded.length > 0 ? (
          <Callout tone="warning">
            {`This locks out ${excluded.slice(0, 3).join(", ")}${
              excluded.length > 3 ? ` and ${excluded.length - 3} more` : ""
            }, from where the key was used this week.`}
          </Callout>
        ) : null}
      </div>
    </div>
  );
}
