import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link";
import { LinkTabs } from "@/components/ui/link-tabs";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { asksFor } from "@/lib/webhooks/event-scopes";
import { EVENTS } from "@/lib/webhooks/events";
import { DELIVERIES, type DeliveriesState, deliveriesAddress } from "./delivery-address";
import { STANDINGS } from "./delivery-text";
import { webhookAddress } from "./webhook-address";

const STATUSES = [null, "pending", "delivered", "failed"] as const;

/** Links and a plain form: both work without scripts, and what they ask for stands in the address. */
export function DeliveryFilters({
  webhook: { id, events },
  state,
}: {
  webhook: { id: string; events: readonly string[] };
  state: DeliveriesState;
}) {
  const { status, event, from, to } = state;
  const hasChoice = Boolean(event || from || to);
  return (
    <div className="flex flex-col gap-3">
      <LinkTabs
        label="Filter by status"
        items={STATUSES.map((each) => ({
          label: each ? STANDINGS[each].label : "All",
          href: deliveriesAddress(id, state, { status: each }),
          isCurrent: status === each,
        }))}
      />
      <form
        // A link that changes the filter shows it in the fields.
        key={deliveriesAddress(id, state)}
        method="get"
        action={`${webhookAddress(id)}#${DELIVERIES}`}
        aria-label="Filter the deliveries"
        className="grid grid-cols-2 items-end gap-2 md:flex md:flex-wrap"
      >
        {status ? <input type="hidden" name="status" value={status} /> : null}
        <Select label="Event" name="event" defaultValue={event ?? ""} className="col-span-2 min-w-0 md:w-60">
          <option value="">All events</option>
          {EVENTS.filter((each) => asksFor(events, each) || each === event).map((each) => (
            <option key={each}>{each}</option>
          ))}
        </Select>
        <TextField
          label="From (UTC)"
          name="from"
          type="date"
          defaultValue={from ?? ""}
          className="min-w-0 md:w-38"
        />
        <TextField
          label="To (UTC)"
          name="to"
          type="date"
          defaultValue={to ?? ""}
          className="min-w-0 md:w-38"
        />
        <div className="col-span-2 flex gap-2">
          <Button type="submit">Apply</Button>
          {hasChoice ? (
            <LinkButton
              href={deliveriesAddress(id, state, { event: null, from: null, to: null })}
              scroll={false}
              variant="ghost"
            >
              Clear
            </LinkButton>
          ) : null}
        </div>
      </form>
    </div>
  );
}
