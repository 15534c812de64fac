import { Fact } from "@/components/key-page/key-facts";
import { Card } from "@/components/ui/card";
import { CodeBlock } from "@/components/ui/code";
import { CopyButton } from "@/components/ui/copy-button";
import { ExactTime } from "@/components/ui/time";
import type { DeliveryInFull } from "@/lib/webhooks/delivery-view";
import { NextAttempt } from "./delivery-status";
import { answerText, tookText } from "./delivery-text";

/** What is known of a delivery. */
export function DeliveryFacts({ delivery, isOff }: { delivery: DeliveryInFull; isOff: boolean }) {
  const { created_at, delivered_at, attempts, next_attempt_at, last_duration_ms, status } = delivery;
  return (
    <Card title="Details">
      <dl className="grid gap-x-8 gap-y-3 sm:grid-cols-2">
        <Fact name="Created">
          <ExactTime value={created_at} withSeconds />
        </Fact>
        <Fact name="Attempts">{attempts}</Fact>
        <Fact name={attempts > 1 ? "Last attempt" : "Outcome"}>
          {answerText(delivery)}
          {last_duration_ms === null ? "" : `, after ${tookText(last_duration_ms)}`}
        </Fact>
        {delivered_at ? (
          <Fact name="Received">
            <ExactTime value={delivered_at} withSeconds />
          </Fact>
        ) : null}
        {status === "pending" ? (
          <Fact name="Next attempt">
            <NextAttempt at={next_attempt_at} isOff={isOff} />
          </Fact>
        ) : null}
      </dl>
    </Card>
  );
}

/** What is posted, the same on each attempt. */
export function DeliveryBody({ body }: { body: string }) {
  return (
    <Card
      title="Body"
      description="The same on each attempt; laid out here for reading. What is copied are the very bytes that are signed."
    >
      <CodeBlock
        label="Body"
        className="max-h-128"
        action={<CopyButton iconOnly text={body} label="Copy the body" />}
      >
        {JSON.stringify(JSON.parse(body), null, 2)}
      </CodeBlock>
    </Card>
  );
}
