"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { SearchField } from "@/components/ui/search-field";
import { Select } from "@/components/ui/select";
import { SCOPE_NAMES, type Scope } from "@/lib/access/scopes";
import { type ListState, listAddress, searchText } from "./list-address";

const TYPING_PAUSE_MS = 250;

/** Search and scope filter of the list; both go into the address. */
export function KeySearch({ state }: { state: ListState }) {
  const router = useRouter();
  const [typed, setTyped] = useState(state.search);
  const wanted = searchText(typed);

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
        className="min-w-0 flex-1 basis-60"
      />
      <Select
        label="Scope"
        hideLabel
        value={state.scope ?? ""}
        onChange={(event) =>
          router.push(listAddress(state, { scope: (event.target.value as Scope) || null }), { scroll: false })
        }
        className="w-44 max-md:w-full"
      >
        <option value="">Any scope</option>
        {SCOPE_NAMES.map((scope) => (
          <option key={scope} value={scope}>
            {scope}
          </option>
        ))}
      </Select>
    </div>
  );
}
