"use client";

import { type Ref, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Checkbox } from "@/components/ui/checkbox";
import { FieldNotes } from "@/components/ui/field";
import { SearchField } from "@/components/ui/search-field";
import {
  BROAD_SCOPES,
  type BroadScope,
  inOrder,
  isBroad,
  leavesOf,
  SCOPES,
  type Scope,
} from "@/lib/access/scopes";
import type { KeyHolder } from "./key-summary";
import { SCOPE_MATRIX, type ScopeRow } from "./scope-matrix";
import { SCOPE_PRESETS } from "./scope-presets";
import { isBulkIdle } from "./scope-sentence";

type Props = {
  value: Scope[];
  onChange: (value: Scope[]) => void;
  /** Bounds what can be chosen, with the reason. */
  holder: KeyHolder;
  /** The id of the sentence that sums up the choice, which describes the group. */
  sumId: string;
  error?: string;
  /** Gets the group, so that a form can lead there. */
  ref?: Ref<HTMLFieldSetElement>;
};

/** A matrix of resources and read or write, presets above it, the broad scopes set apart below it. */
export function ScopePicker({ value, onChange, holder, sumId, error, ref }: Props) {
  const id = useId();
  const [search, setSearch] = useState("");
  const rows = SCOPE_MATRIX.filter((row) => matches(row, search));
  const box = { value, onChange, holder };
  return (
    <fieldset
      ref={ref}
      tabIndex={-1}
      className="flex min-w-0 scroll-mt-4 flex-col gap-3"
      aria-describedby={error ? `${id}-scopes-error ${sumId}` : sumId}
    >
      <legend className="mb-1.5 text-sm font-medium">Scopes</legend>
      <FieldNotes id={`${id}-scopes`} error={error} />
      <Presets {...box} />
      <SearchField label="Search scopes" value={search} onChange={setSearch} />
      <div className="rounded-lg border">
        <div
          aria-hidden
          className="grid grid-cols-[8rem_1fr_1fr] gap-x-4 border-b bg-surface-sunken px-4 py-2 text-xs font-medium text-text-muted max-md:hidden"
        >
          <span>Resource</span>
          <span>Read</span>
          <span>Write</span>
        </div>
        {rows.map((row) => (
          <MatrixRow key={row.resource} row={row} {...box} />
        ))}
        {rows.length === 0 ? (
          <p className="px-4 py-6 text-center text-text-muted">No scope matches.</p>
        ) : null}
        <p role="status" className="sr-only">
          {search ? `${rows.length} of ${SCOPE_MATRIX.length} resources match` : ""}
        </p>
      </div>
      <Broad {...box} />
      {isBulkIdle(value) ? (
        <Callout tone="warning">
          <code>bulk:write</code> does nothing without a write scope: each operation in a bulk request also
          needs the write scope of its resource.
        </Callout>
      ) : null}
    </fieldset>
  );
}

type BoxProps = Omit<Props, "sumId" | "error" | "ref">;

function Presets({ value, onChange, holder }: BoxProps) {
  const id = useId();
  const refused = SCOPE_PRESETS.filter(({ scopes }) => refusalOf(holder, scopes) !== null);
  return (
    <fieldset className="flex flex-wrap gap-2" aria-label="Presets">
      {SCOPE_PRESETS.map((preset) => {
        const chosen =
          preset.scopes.length === value.length && preset.scopes.every((scope) => value.includes(scope));
        const allowed = refusalOf(holder, preset.scopes) === null;
        return (
          <Button
            key={preset.label}
            size="sm"
            aria-pressed={chosen}
            isDisabled={!allowed}
            aria-describedby={allowed ? undefined : id}
            className="aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-accent-text"
            onPress={() => onChange(inOrder(preset.scopes))}
          >
            {preset.label}
          </Button>
        );
      })}
      {value.length > 0 ? (
        <Button size="sm" variant="ghost" onPress={() => onChange([])}>
          Clear
        </Button>
      ) : null}
      {refused.length > 0 ? (
        <p id={id} className="basis-full text-sm text-text-muted">
          {refused.map(({ label, scopes }) => `${label}: ${refusalOf(holder, scopes)}.`).join(" ")}
        </p>
      ) : null}
    </fieldset>
  );
}

function MatrixRow({ row, ...box }: BoxProps & { row: ScopeRow }) {
  return (
    <fieldset
      aria-label={row.label}
      className="grid grid-cols-[8rem_1fr_1fr] gap-x-4 gap-y-1 border-b px-4 py-2.5 last-of-type:border-b-0 max-md:grid-cols-1"
    >
      <span aria-hidden className="py-0.5 font-medium">
        {row.label}
      </span>
      {row.read ? <ScopeBox scope={row.read} {...box} /> : <span className="max-md:hidden" />}
      {row.write ? <ScopeBox scope={row.write} {...box} /> : <span className="max-md:hidden" />}
    </fieldset>
  );
}

function Broad(box: BoxProps) {
  return (
    <fieldset
      aria-label="Broad scopes"
      className="flex flex-col gap-2 rounded-lg border border-dashed px-4 py-3"
    >
      <p className="text-sm text-text-muted">
        Each of these covers many scopes, and what Prepzo adds later. Choose single scopes above if they are
        enough.
      </p>
      <div className="grid gap-x-4 gap-y-1 md:grid-cols-3">
        {BROAD_SCOPES.map((scope) => (
          <ScopeBox key={scope} scope={scope} {...box} />
        ))}
      </div>
    </fieldset>
  );
}

function ScopeBox({ scope, value, onChange, holder }: BoxProps & { scope: Scope }) {
  const within = coveredBy(scope, value);
  const refusal = refusalOf(holder, [scope]);
  const reason = within
    ? `. Included in ${within === "*" ? "full access (*)" : within}`
    : refusal && `. ${refusal}`;
  return (
    <Checkbox
      label={<span className="font-mono text-sm">{scope}</span>}
      description={SCOPES[scope].description + (reason ?? "")}
      checked={value.includes(scope) || within !== null}
      // What was given once may be taken away by anybody who manages the key.
      disabled={within !== null || (refusal !== null && !value.includes(scope))}
      onChange={(event) =>
        onChange(event.target.checked ? withScope(value, scope) : value.filter((s) => s !== scope))
      }
    />
  );
}

/** Adds a scope; what it covers by itself is no longer listed beside it. */
function withScope(value: Scope[], scope: Scope): Scope[] {
  return inOrder([...value.filter((other) => coveredBy(other, [scope]) === null), scope]);
}

/** The chosen broad scope that already includes this one, if any. */
function coveredBy(scope: Scope, value: Scope[]): BroadScope | null {
  const inside = (broad: Scope) =>
    broad !== scope && [...leavesOf([scope])].every((leaf) => leavesOf([broad]).has(leaf));
  return value.filter(isBroad).find(inside) ?? null;
}

/** Why these scopes cannot be given to a key, or null where they can. */
function refusalOf(holder: KeyHolder, scopes: readonly Scope[]): string | null {
  if (holder.policy.no_broad_scopes && scopes.some(isBroad))
    return "Your organization’s policy allows no broad scope";
  if (scopes.every((scope) => mayGive(holder, scope))) return null;
  return `Your role (${holder.roleLabel}) does not include this`;
}

function mayGive(holder: KeyHolder, scope: Scope): boolean {
  if (isBroad(scope)) return holder.scopes.includes(scope) || holder.scopes.includes("*");
  return [...leavesOf([scope])].every((leaf) => leavesOf(holder.scopes).has(leaf));
}

function matches(row: ScopeRow, search: string): boolean {
  const words = search.trim().toLowerCase();
  const texts = [row.label, row.read, row.write].concat(
    [row.read, row.write].map((scope) => (scope ? SCOPES[scope].description : "")),
  );
  return texts.some((text) => text?.toLowerCase().includes(words));
}
