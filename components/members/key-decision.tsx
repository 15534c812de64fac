"use client";

import type { ReactNode } from "react";
import { dayAfter } from "@/components/api-keys/expiry";
import { addressText } from "@/components/key-page/callers";
import { Badge } from "@/components/ui/badge";
import { Code } from "@/components/ui/code";
import { Link } from "@/components/ui/link";
import { Radio, RadioGroup } from "@/components/ui/radio-group";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { ExactTime, RelativeTime } from "@/components/ui/time";
import { ROLES, type Role } from "@/lib/access/roles";
import type { Heir, OwnedKey } from "@/lib/members/member";
import { MAX_END_DAYS } from "@/lib/members/schema";
import { type Choice, scopesAfter } from "./decision";

/** One key of a leaver: what it does, and what is to become of it. */
export function KeyDecision({
  row,
  ownerRole,
  heirs,
  mayKeep,
  choice,
  error,
  onChange,
  forAll,
}: {
  row: OwnedKey;
  ownerRole: Role;
  heirs: Heir[];
  /** Whether whoever decides stays, and so can own it. */
  mayKeep: boolean;
  choice: Choice;
  error: string | undefined;
  onChange: (choice: Choice) => void;
  /** What applies the choice to the other keys too. */
  forAll: ReactNode;
}) {
  const id = `key-${row.id}`;
  return (
    <li className="flex flex-col gap-4 rounded-lg border bg-surface p-5">
      <div>
        <h2 id={id} className="flex flex-wrap items-baseline gap-x-2 font-medium">
          <Link
            href={`/settings/api-keys/${row.id}`}
            prefetch={false}
            target="_blank"
            className="wrap-anywhere"
          >
            {row.name}
          </Link>
          <span className="font-mono text-xs text-text-muted">
            {row.key_prefix}…{row.last_four}
          </span>
          {row.enabled ? null : <Badge>Disabled</Badge>}
        </h2>
        <Facts row={row} />
      </div>
      <RadioGroup label={`What becomes of ${row.name}`} hideLabel>
        <Radio
          name={id}
          label="Stop it now"
          description="Revoked: requests with it are refused from the next one on."
          checked={choice.fate === "stop"}
          onChange={() => onChange({ ...choice, fate: "stop" })}
        />
        <Radio
          name={id}
          label="Hand it over"
          description="It works on with the same secret, for another owner."
          checked={choice.fate === "hand_over"}
          onChange={() => onChange({ ...choice, fate: "hand_over" })}
          disabled={heirs.length === 0}
        />
        {choice.fate === "hand_over" ? (
          <HandOver {...{ row, ownerRole, heirs, choice, error, onChange }} />
        ) : null}
        {mayKeep ? (
          <Radio
            name={id}
            label="Let it end later"
            description="It works until a day that you choose; you own it until then."
            checked={choice.fate === "end"}
            onChange={() => onChange({ ...choice, fate: "end" })}
          />
        ) : null}
        {choice.fate === "end" ? (
          <TextField
            label={`Last day of ${row.name}`}
            type="date"
            className="ms-6.5 max-w-72"
            value={choice.day}
            min={dayAfter(new Date(), 0)}
            max={dayAfter(new Date(), MAX_END_DAYS - 1)}
            onChange={(event) => onChange({ ...choice, day: event.target.value })}
            error={error}
          />
        ) : null}
      </RadioGroup>
      {forAll ? <div>{forAll}</div> : null}
    </li>
  );
}

function HandOver({
  row,
  ownerRole,
  heirs,
  choice,
  error,
  onChange,
}: Pick<Parameters<typeof KeyDecision>[0], "row" | "ownerRole" | "heirs" | "choice" | "error" | "onChange">) {
  const heir = heirs.find(({ id }) => id === choice.to);
  const after = heir && scopesAfter(row.scopes, ownerRole, heir.role);
  return (
    <div className="ms-6.5 flex max-w-md flex-col gap-2">
      <Select
        label={`New owner of ${row.name}`}
        value={choice.to}
        onChange={(event) => onChange({ ...choice, to: event.target.value })}
        error={error}
      >
        <option value="">Choose…</option>
        {heirs.map(({ id, name, email, role }) => {
          const isNothing = scopesAfter(row.scopes, ownerRole, role).kept.length === 0;
          return (
            <option key={id} value={id} disabled={isNothing}>
              {name} ({email}), {ROLES[role].label.toLowerCase()}
              {isNothing ? ": may do nothing of it" : ""}
            </option>
          );
        })}
      </Select>
      {after?.isLess ? (
        <p className="text-sm text-text-muted">
          It keeps only what both may do: <Code>{after.kept.join(" ")}</Code>
        </p>
      ) : null}
    </div>
  );
}

function Facts({ row }: { row: OwnedKey }) {
  const { calls_7_days, calls_30_days, addresses, more_addresses } = row.traffic;
  const from = addresses.map(addressText).join(", ");
  return (
    <p className="mt-1 text-sm text-text-muted">
      {row.last_used_at ? (
        <>
          Last used <RelativeTime value={row.last_used_at} isPast />.{" "}
        </>
      ) : (
        "Never used. "
      )}
      {calls_30_days > 0 ? (
        <>
          {count(calls_7_days)} in 7 days, {count(calls_30_days)} in 30
          {from ? `, from ${from}${more_addresses > 0 ? ` and ${more_addresses} more` : ""}` : ""}.{" "}
        </>
      ) : null}
      May do <span className="font-mono text-xs wrap-anywhere">{row.scopes.join(" ")}</span>.{" "}
      {row.expires_at ? (
        <>
          Ends <ExactTime value={row.expires_at} />.{" "}
        </>
      ) : (
        "No end. "
      )}
      {row.made_by ? `Made by the key ${row.made_by}.` : null}
    </p>
  );
}

function count(calls: number): string {
  return `${calls.toLocaleString("en-US")} ${calls === 1 ? "call" : "calls"}`;
}
