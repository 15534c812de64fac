"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { SearchField } from "@/components/ui/search-field";
import { Select } from "@/components/ui/select";
import { SCOPE_NAMES, type Scope } from "@/lib/access/scopes";
import { type ListState, listAddress, type SortColumn, searchText } from "./list-address";

const TYPING_PAUSE_MS = 250;

/** Search, scope filter and order of the list; all go into the address. */
export function KeySearch({ state }: { state: ListState }) {
  const router = useRouter();
  const [typed, setTyped] = useState(state.search);
  const wanted = searchText(typed);
  const sort = `${state.sort.descending ? "-" : ""}${state.sort.by}`;

  const sent = useRef(state.search);

  // The address may also change without typing: by the back button, or a link that clears the search.
  useEffect(() => {
    if (state.search === sent.current) return;
    sent.current = state.search;
    setTyped(state.search);
  }, [state.search]);

  useEffect(() => {
    if (wanted === sent.current) return;
    const timer = setTimeout(() => {
      sent.current = wanted;
      router.replace(listAddress(state, { search: wanted }), { scroll: false });
    }, TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [wanted, state, router]);

  return (
    <div className="flex flex-wrap gap-2">
      <SearchField
        label="Search keys"
        placeholder="Name, owner or last four characters"
        value={typed}
        maxLength={100}
        onChange={setTyped}
        className="min-w-0 flex-1 basis-60 max-md:basis-full"
      />
      <Select
        label="Scope"
        hideLabel
        value={state.scope ?? ""}
        onChange={(event) =>
          router.push(listAddress(state, { scope: (event.target.value as Scope) || null }), { scroll: false })
        }
        className="w-44 max-md:flex-1"
      >
        <option value="">Any scope</option>
        {SCOPE_NAMES.map((scope) => (
          <option key={scope} value={scope}>
            {scope}
          </option>
        ))}
      </Select>
      <Select
        label="Sort by"
        hideLabel
        value={sort in SORTS ? sort : ""}
        onChange={(event) => router.push(listAddress(state, sortFrom(event.target.value)), { scroll: false })}
        className="w-44 max-md:flex-1"
      >
        {sort in SORTS ? null : <option value="">Sorted by column</option>}
        {Object.entries(SORTS).map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Select>
    </div>
  );
}

/** For cards, which have no column headers to press. */
const SORTS: Record<string, string> = {
  "-created_at": "Newest first",
  name: "Name",
  "-last_used_at": "Last used first",
  expires_at: "Ending first",
};

function sortFrom(value: string): Partial<ListState> {
  return { sort: { by: value.replace("-", "") as SortColumn, descending: value.startsWith("-") } };
}
