import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link";
import { SearchField } from "@/components/ui/search-field";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { CATEGORIES } from "@/lib/audit/actions";
import { ACTOR_KINDS } from "@/lib/audit/entry";
import { type LogState, logQuery } from "./log-address";

/** A plain form: it works without scripts, and what it asks for stands in the address. */
export function LogFilters({ state }: { state: LogState }) {
  return (
    <form
      // A link that changes the filter shows it in the fields.
      key={logQuery(state)}
      method="get"
      action="/settings/audit-log"
      aria-label="Filter the audit log"
      className="grid grid-cols-2 items-end gap-2 md:flex md:flex-wrap"
    >
      <SearchField
        label="Search the audit log"
        placeholder="Name, e-mail, key, address or request id"
        name="search"
        defaultValue={state.search}
        maxLength={100}
        className="col-span-2 min-w-0 md:basis-full"
      />
      <Choice label="What" name="category" value={state.category} all="Everything" options={CATEGORIES} />
      <Choice label="Who" name="actor" value={state.kind} all="Everybody" options={ACTOR_KINDS} />
      <TextField
        label="From (UTC)"
        name="from"
        type="date"
        defaultValue={state.from ?? ""}
        className="min-w-0 md:w-38"
      />
      <TextField
        label="To (UTC)"
        name="to"
        type="date"
        defaultValue={state.to ?? ""}
        className="min-w-0 md:w-38"
      />
      <div className="col-span-2 flex gap-2">
        <Button type="submit">Apply</Button>
        {logQuery(state) ? (
          <LinkButton href="/settings/audit-log" variant="ghost">
            Clear
          </LinkButton>
        ) : null}
      </div>
    </form>
  );
}

function Choice({
  label,
  name,
  value,
  all,
  options,
}: {
  label: string;
  name: string;
  value: string | null;
  all: string;
  options: Record<string, string>;
}) {
  return (
    <Select label={label} name={name} defaultValue={value ?? ""} className="min-w-0 md:w-52">
      <option value="">{all}</option>
      {Object.entries(options).map(([each, text]) => (
        <option key={each} value={each}>
          {text}
        </option>
      ))}
    </Select>
  );
}
