import { Badge, type BadgeTone } from "@/components/ui/badge";
import { RelativeTime } from "@/components/ui/time";
import { Hint } from "@/components/ui/tooltip";
import type { WebhookState, WebhookView } from "@/lib/webhooks/webhook";

/** What each state is called and looks like. */
export const STATE_LABELS: Record<WebhookState, { label: string; tone: BadgeTone }> = {
  active: { label: "Active", tone: "success" },
  failing: { label: "Failing", tone: "warning" },
  paused: { label: "Paused", tone: "neutral" },
  disabled: { label: "Disabled", tone: "danger" },
};

/** A webhook's state as a coloured label. */
export function StateBadge({ state }: { state: WebhookState }) {
  const { label, tone } = STATE_LABELS[state];
  return (
    <Badge tone={tone} dot>
      {label}
    </Badge>
  );
}

/** The same, and since when where that is not as it should be; else that somebody knows what they should not. */
export function State({ webhook }: { webhook: WebhookView }) {
  const { state, owner, hasOwnerLeft, failing_since, disabled_at, knownTo } = webhook;
  const since = hasOwnerLeft
    ? null
    : state === "failing"
      ? failing_since
      : state === "disabled"
        ? disabled_at
        : null;
  return (
    <span className="flex min-w-0 flex-col items-start gap-x-2 stacked:flex-row stacked:items-center">
      <StateBadge state={state} />
      {since ? (
        <RelativeTime value={since} isPast className="text-xs whitespace-nowrap text-text-muted" />
      ) : hasOwnerLeft ? (
        <Hint
          content={`${owner.name}, its owner, is no longer a member. Create it anew.`}
          className="text-xs whitespace-nowrap text-text-muted"
        >
          Owner left
        </Hint>
      ) : knownTo ? (
        <Hint
          content={`${knownTo}, who left, knows its signing secret. Rotate it.`}
          className="text-xs whitespace-nowrap text-warning-text"
        >
          Secret known
        </Hint>
      ) : null}
    </span>
  );
}
