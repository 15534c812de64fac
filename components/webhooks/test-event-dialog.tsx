"use client";

import { type FormEvent, useState } from "react";
import { useRequest } from "@/components/api-keys/use-request";
import { Callout } from "@/components/ui/callout";
import { FormDialog } from "@/components/ui/form-dialog";
import { Link } from "@/components/ui/link";
import { Select } from "@/components/ui/select";
import { type Role, scopesOfRole } from "@/lib/access/roles";
import { leavesOf } from "@/lib/access/scopes";
import type { DeliveryView } from "@/lib/webhooks/delivery-view";
import { mayRead } from "@/lib/webhooks/event-scopes";
import { EVENTS, type EventType } from "@/lib/webhooks/events";
import type { WebhookView } from "@/lib/webhooks/webhook";
import { deliveryAddress } from "./delivery-address";
import { answerText, tookText } from "./delivery-text";
import type { WebhookActions } from "./webhook-actions";

/** Sends a webhook an event that did not happen, and tells what came of it. */
export function TestEventDialog({
  webhook,
  role,
  sendTest,
  onClose,
}: {
  webhook: WebhookView;
  role: Role;
  sendTest: WebhookActions["sendTest"];
  onClose: () => void;
}) {
  const events = eventsFor(webhook, role);
  const [event, setEvent] = useState(events[0] ?? EVENTS[0]);
  const [made, setMade] = useState<DeliveryView | null>(null);
  const { isPending, failure, send } = useRequest();

  function submit(form: FormEvent) {
    form.preventDefault();
    setMade(null);
    void send(() => sendTest({ id: webhook.id, event }), setMade);
  }

  return (
    <FormDialog
      title="Send a test event"
      description={webhook.name}
      size="md"
      submit={made ? "Send another" : "Send test event"}
      pendingLabel="Sending the test event"
      cancel={made ? "Done" : "Cancel"}
      isPending={isPending}
      failure={failure}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>
        It is signed like any other, and holds the example of the API reference: nobody’s data. It is sent
        once.
      </p>
      <Select
        label="Event"
        autoFocus
        value={event}
        onChange={({ target }) => setEvent(target.value as EventType)}
      >
        {events.map((each) => (
          <option key={each}>{each}</option>
        ))}
      </Select>
      <div role="status">{made ? <Result delivery={made} /> : null}</div>
    </FormDialog>
  );
}

function Result({ delivery }: { delivery: DeliveryView }) {
  const isReceived = delivery.status === "delivered";
  return (
    <Callout
      tone={isReceived ? "success" : "danger"}
      title={isReceived ? "The receiver took it" : "The receiver did not take it"}
    >
      <p>
        {answerText(delivery)}
        {delivery.last_duration_ms === null ? "" : `, after ${tookText(delivery.last_duration_ms)}`}.
      </p>
      <Link href={deliveryAddress(delivery)} prefetch={false}>
        What was sent and answered
      </Link>
    </Callout>
  );
}

/** What a webhook asks for, as far as somebody with this role may read it. */
function eventsFor({ events }: WebhookView, role: Role): EventType[] {
  const leaves = leavesOf(scopesOfRole(role));
  return EVENTS.filter(
    (event) => (events.includes(event) || events.includes("*")) && mayRead(leaves, [event]),
  );
}
