import { Fact } from "@/components/key-page/key-facts";
import { Card } from "@/components/ui/card";
import { Code } from "@/components/ui/code";
import { ExactTime, RelativeTime } from "@/components/ui/time";
import type { WebhookView } from "@/lib/webhooks/webhook";

/** What is known of a webhook besides what it sent. */
export function WebhookFacts({ webhook }: { webhook: WebhookView }) {
  const { id, events, owner, created_at, previous_secret_until, latest } = webhook;
  return (
    <Card title="Details">
      <dl className="grid gap-x-8 gap-y-3 sm:grid-cols-2">
        <Fact name="Owner">{owner.name}, whose role bounds what is sent</Fact>
        <Fact name="Created">
          <ExactTime value={created_at} />
        </Fact>
        <Fact name="Signing secret">
          {previous_secret_until ? (
            <>
              Rotated: the one before signs beside it until <ExactTime value={previous_secret_until} /> (
              <RelativeTime value={previous_secret_until} />)
            </>
          ) : (
            "Shown once, when it was made"
          )}
        </Fact>
        {latest && latest.tried > 0 ? (
          <Fact name="Failures">
            {latest.failed === 0 ? "None" : latest.failed} of the latest{" "}
            {latest.tried === 1 ? "delivery" : `${latest.tried} deliveries`}
          </Fact>
        ) : null}
        <Fact name="ID">
          <Code className="text-xs">{id}</Code>
        </Fact>
        <div className="min-w-0 sm:col-span-2">
          <dt className="text-sm text-text-muted">Events</dt>
          <dd className="mt-0.5 flex flex-wrap gap-1">
            {events.includes("*") ? <span>All that the owner’s role may read, but for API keys</span> : null}
            {events
              .filter((event) => event !== "*")
              .map((event) => (
                <Code key={event} className="text-xs">
                  {event}
                </Code>
              ))}
          </dd>
        </div>
      </dl>
    </Card>
  );
}
