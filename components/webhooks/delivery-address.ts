import { dayAfter, dayOf, startOf } from "@/components/audit-log/day";
import { isId } from "@/components/key-page/page-state";
import { DELIVERY_STATUSES, type DeliveryStatus, type DeliveryView } from "@/lib/webhooks/delivery-view";
import { EVENTS, type EventType } from "@/lib/webhooks/events";
import { webhookAddress } from "./webhook-address";

/** Where on a webhook's page its deliveries stand. */
export const DELIVERIES = "deliveries";

/** How the deliveries of a webhook are filtered and paged: all of it stands in the address. */
export type DeliveriesState = {
  status: DeliveryStatus | null;
  event: EventType | null;
  /** Days, as `2026-11-25`, in UTC; both included. */
  from: string | null;
  to: string | null;
  /** The last delivery of the page before. */
  after: { created_at: Date; id: string } | null;
};

/** Reads the state from an address. What it does not understand is left out. */
export function readDeliveriesState(params: Record<string, string | string[] | undefined>): DeliveriesState {
  const one = (name: string) => (typeof params[name] === "string" ? params[name] : "");
  return {
    status: DELIVERY_STATUSES.find((status) => status === one("status")) ?? null,
    event: EVENTS.find((event) => event === one("event")) ?? null,
    from: dayOf(one("from")),
    to: dayOf(one("to")),
    after: positionOf(one("after")),
  };
}

/** The address of a state; what is not chosen is left out. A change of anything but the page starts at the first. */
export function deliveriesAddress(
  webhookId: string,
  state: DeliveriesState,
  patch: Partial<DeliveriesState> = {},
): string {
  const { status, event, from, to, after } = { ...state, after: null, ...patch };
  const params = new URLSearchParams();
  if (status) params.set("status", status);
  if (event) params.set("event", event);
  if (from) params.set("from", from);
  if (to) params.set("to", to);
  if (after) params.set("after", `${after.created_at.getTime()}.${after.id}`);
  return params.size > 0 ? `${webhookAddress(webhookId)}?${params}` : webhookAddress(webhookId);
}

/** The address of the page of one delivery. */
export function deliveryAddress({ webhook_id, id }: Pick<DeliveryView, "webhook_id" | "id">): string {
  return `${webhookAddress(webhook_id)}/deliveries/${id}`;
}

/** Whether anything but a page is chosen. */
export function isFiltered({ status, event, from, to }: DeliveriesState): boolean {
  return Boolean(status || event || from || to);
}

/** The state as the service's filter: days become instants. */
export function filterOf({ status, event, from, to }: DeliveriesState) {
  return {
    status: status ?? undefined,
    event_type: event ?? undefined,
    from: from ? startOf(from) : undefined,
    to: to ? dayAfter(to) : undefined,
  };
}

function positionOf(text: string): DeliveriesState["after"] {
  const [ms = "", id = ""] = text.split(".");
  return /^\d{13}$/.test(ms) && isId(id) ? { created_at: new Date(Number(ms)), id } : null;
}
