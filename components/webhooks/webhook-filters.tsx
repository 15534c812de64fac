import { Button } from "@/components/ui/button";
import { LinkTabs } from "@/components/ui/link-tabs";
import { SearchField } from "@/components/ui/search-field";
import { STATES, type WebhookCounts } from "@/lib/webhooks/webhook";
import { listAddress, type WebhooksState } from "./webhook-address";
import { STATE_LABELS } from "./webhook-state";

/** Links and a plain form: both work without scripts, and what they ask for stands in the address. */
export function WebhookFilters({ shown, counts }: { shown: WebhooksState; counts: WebhookCounts }) {
  return (
    <search className="flex flex-col gap-3">
      <LinkTabs
        label="Filter by state"
        items={[null, ...STATES].map((state) => ({
          label: state ? STATE_LABELS[state].label : "All",
          count: counts[state ?? "all"],
          href: listAddress(shown, { state }),
          isCurrent: shown.state === state,
        }))}
      />
      {/* A link that changes the filter shows it in the field. */}
      <form key={listAddress(shown)} method="get" action={listAddress()} className="flex gap-2">
        {shown.state ? <input type="hidden" name="state" value={shown.state} /> : null}
        <SearchField
          label="Search webhooks"
          placeholder="Description or host"
          name="search"
          defaultValue={shown.search}
          maxLength={100}
          className="min-w-0 flex-1"
        />
        <Button type="submit">Search</Button>
      </form>
    </search>
  );
}
