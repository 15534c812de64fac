import { Older } from "@/components/key-page/requests";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import type { DeliveryView } from "@/lib/webhooks/delivery-view";
import { isOff, type WebhookView } from "@/lib/webhooks/webhook";
import { Arrivals } from "./arrivals";
import { DELIVERIES, type DeliveriesState, deliveriesAddress, isFiltered } from "./delivery-address";
import { DeliveryFilters } from "./delivery-filters";
import { DeliveryTable } from "./delivery-table";
import { ResendFailed } from "./resend-failed";

export type DeliveriesPage = { rows: DeliveryView[]; total: number; hasMore: boolean };

/** What became of what a webhook was to be told. */
export function Deliveries({
  webhook,
  state,
  page,
  mayResend,
}: {
  webhook: WebhookView;
  state: DeliveriesState;
  /** Null where who looks may not read it. */
  page: DeliveriesPage | null;
  mayResend: boolean;
}) {
  if (page === null) {
    return (
      <Card title="Deliveries">
        <Callout>
          Your role cannot read all of the events that this webhook tells of, so what was sent is not shown.
        </Callout>
      </Card>
    );
  }
  const { rows, total, hasMore } = page;
  const canResend = mayResend && !isOff(webhook);
  const last = rows.at(-1);
  if (total === 0 && !isFiltered(state)) {
    return (
      <Card title="Deliveries">
        <p className="text-text-muted">
          Nothing was sent yet. Send a test event, or wait until something happens that this webhook tells of.
        </p>
      </Card>
    );
  }
  return (
    <Card
      id={DELIVERIES}
      title="Deliveries"
      description={`${totalText(total, isFiltered(state))} Each is kept for 30 days; what still waits then, until it is over.`}
      action={canResend ? <ResendFailed webhook={webhook} /> : null}
    >
      <Arrivals deliveries={rows} isOff={isOff(webhook)} />
      <DeliveryFilters webhook={webhook} state={state} />
      {rows.length > 0 ? (
        <DeliveryTable deliveries={rows} isOff={isOff(webhook)} canResend={canResend} />
      ) : (
        <p className="text-text-muted">{nothingText(state)}</p>
      )}
      <Older
        label="deliveries"
        place={DELIVERIES}
        first={state.after ? deliveriesAddress(webhook.id, state) : null}
        next={
          hasMore && last
            ? deliveriesAddress(webhook.id, state, {
                after: { created_at: last.created_at, id: last.id },
              })
            : null
        }
      />
    </Card>
  );
}

function nothingText({ after, from, to }: DeliveriesState): string {
  if (from && to && from > to) return "No delivery matches: “From” is a later day than “To”.";
  return after ? "There is nothing older." : "No delivery matches.";
}

function totalText(total: number, isSelection: boolean): string {
  const number = total.toLocaleString("en-US");
  if (isSelection) return total === 1 ? "1 matches." : `${number} match.`;
  return total === 1 ? "1 delivery." : `${number} deliveries.`;
}
