import type { ReactNode } from "react";
import { Callout } from "@/components/ui/callout";
import { Link } from "@/components/ui/link";
import { ExactTime, RelativeTime } from "@/components/ui/time";
import type { DisabledReason, DisabledWebhooks, WebhookView } from "@/lib/webhooks/webhook";
import { webhookAddress } from "./webhook-address";

const BECAUSE: Record<DisabledReason, ReactNode> = {
  gone: (
    <>
      its receiver answered <code>410 Gone</code>: it wants no more
    </>
  ),
  failing: "nothing that was sent there has been received for 5 days",
};

/** Says on the page of a webhook that it was disabled or fails, why, and what to do. */
export function WebhookAlarm({ webhook, mayResume }: { webhook: WebhookView; mayResume: boolean }) {
  const { state, owner, hasOwnerLeft, disabled_at, disabled_reason, failing_since } = webhook;
  if (hasOwnerLeft) {
    return (
      <Callout tone="danger" title="Its owner is no longer a member">
        The role of {owner.name} bounds what is sent, so now nothing is. Create the webhook anew, and it is
        yours; or an admin restores {owner.name} among the former members.
      </Callout>
    );
  }
  if (state === "failing" && failing_since) {
    return (
      <Callout tone="warning" title="The latest deliveries failed">
        None has been received since <ExactTime value={failing_since} />. After 5 days without a success and
        10 failures the webhook is disabled.
      </Callout>
    );
  }
  if (disabled_at === null || disabled_reason === null) return null;
  return (
    <Callout tone="danger" title="This webhook was disabled">
      <p>
        <RelativeTime value={disabled_at} isPast />, because {BECAUSE[disabled_reason]}. What happens
        meanwhile is not sent.{" "}
        {mayResume
          ? "See to the receiver, send a test event, and resume the webhook: what waits is tried then, and what failed can be sent again."
          : "Somebody who manages webhooks can resume it."}
      </p>
    </Callout>
  );
}

/** Says who should no longer know the signing secret. */
export function KnownSecretAlarm({ knownTo }: Pick<WebhookView, "knownTo">) {
  if (knownTo === null) return null;
  return (
    <Callout tone="warning" title="A former member knows the signing secret">
      {knownTo} could send its receiver what looks like yours. Rotate the secret, and let the one before go on
      no longer than the receiver needs.
    </Callout>
  );
}

/** The webhooks that were disabled, a line each. */
export function DisabledWebhooksAlarm({ webhooks, others }: DisabledWebhooks) {
  if (webhooks.length === 0) return null;
  const isOne = webhooks.length + others === 1;
  return (
    <Callout tone="danger" title={isOne ? "A webhook was disabled" : "Webhooks were disabled"}>
      <ul className="flex flex-col">
        {webhooks.map(({ id, name, disabled_at, disabled_reason }) => (
          <li key={id} className="wrap-anywhere">
            <Link href={webhookAddress(id)} prefetch={false}>
              {name}
            </Link>
            {disabled_at && disabled_reason ? (
              <>
                , <RelativeTime value={disabled_at} isPast />, because {BECAUSE[disabled_reason]}.
              </>
            ) : null}
          </li>
        ))}
      </ul>
      {others > 0 ? <p>and {others.toLocaleString("en-US")} more</p> : null}
      <p>{isOne ? "Its page" : "The page of each"} says what to do.</p>
    </Callout>
  );
}
