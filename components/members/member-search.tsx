import { Button } from "@/components/ui/button";
import { SearchField } from "@/components/ui/search-field";

/** A plain form: it works without scripts, and what it asks for stands in the address. */
export function MemberSearch({
  label = "Search members",
  action,
  show,
  search,
}: {
  label?: string;
  action: string;
  /** Which list is searched, where the address says so. */
  show?: "former";
  search: string;
}) {
  return (
    <search>
      <form key={`${show} ${search}`} method="get" action={action} className="flex gap-2">
        {show ? <input type="hidden" name="show" value={show} /> : null}
        <SearchField
          label={label}
          placeholder="Name or e-mail"
          name="search"
          defaultValue={search}
          maxLength={100}
          className="min-w-0 flex-1"
        />
        <Button type="submit">Search</Button>
      </form>
    </search>
  );
}
