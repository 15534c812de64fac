"use client";

import { type Ref, useId } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { FieldNotes } from "@/components/ui/field";
import { Link } from "@/components/ui/link";
import { ROLES, type Role, scopesOfRole } from "@/lib/access/roles";
import { leavesOf } from "@/lib/access/scopes";
import { asksFor, mayRead, SUBSCRIPTIONS } from "@/lib/webhooks/event-scopes";
import { EVENT_GROUPS, type EventGroup } from "./event-groups";

type Subscription = (typeof SUBSCRIPTIONS)[number];

type Props = {
  value: Subscription[];
  onChange: (value: Subscription[]) => void;
  /** Bounds what can be chosen, with the reason. */
  role: Role;
};

/** Events by the thing that they tell of, and above them all of them at once. */
export function EventPicker({
  error,
  ref,
  ...choice
}: Props & {
  error?: string;
  /** Gets the group, so that a form can lead there. */
  ref?: Ref<HTMLFieldSetElement>;
}) {
  const id = useId();
  const { value, onChange, role } = choice;
  return (
    <fieldset
      ref={ref}
      tabIndex={-1}
      className="flex min-w-0 scroll-mt-4 flex-col gap-2"
      aria-describedby={error ? `${id}-error` : undefined}
    >
      <legend className="mb-1.5 text-sm font-medium">Events</legend>
      <FieldNotes
        id={id}
        error={error}
        description={
          <Link href="/docs/webhooks#events" prefetch={false} target="_blank">
            When each of them happens
          </Link>
        }
      />
      <div className="rounded-lg border">
        <div className="border-b bg-surface-sunken px-4 py-2.5">
          <Checkbox
            label={
              <>
                All events <span className="font-mono text-sm">(*)</span>
              </>
            }
            description="Also those that Prepzo adds later. Those of API keys are chosen on their own, below."
            checked={value.includes("*")}
            disabled={!value.includes("*") && !mayRead(leavesOf(scopesOfRole(role)), ["*"])}
            onChange={(event) =>
              onChange([...(event.target.checked ? (["*"] as const) : []), ...value.filter(isNamed)])
            }
          />
        </div>
        {EVENT_GROUPS.map((group) => (
          <Group key={group.label} group={group} {...choice} />
        ))}
      </div>
    </fieldset>
  );
}

/** Whether an event has to be chosen by its name, also beside all. */
function isNamed(event: Subscription): boolean {
  return event !== "*" && !asksFor(["*"], event);
}

function Group({ group, value, onChange, role }: Props & { group: EventGroup }) {
  const id = useId();
  const isAll = group.events.every((event) => asksFor(["*"], event)) && value.includes("*");
  const isAllowed = mayRead(leavesOf(scopesOfRole(role)), group.events);
  const chosen = group.events.filter((event) => value.includes(event));
  const choose = (events: readonly Subscription[], isChosen: boolean) =>
    onChange(SUBSCRIPTIONS.filter((event) => (events.includes(event) ? isChosen : value.includes(event))));
  return (
    <fieldset
      aria-label={group.label}
      aria-describedby={isAllowed ? undefined : id}
      className="grid grid-cols-[9rem_1fr] gap-x-4 gap-y-1 border-b px-4 py-2.5 last:border-b-0 max-md:grid-cols-1"
    >
      <Checkbox
        label={<span className="font-medium">{group.label}</span>}
        checked={isAll ? isAllowed : chosen.length === group.events.length}
        isIndeterminate={!isAll && chosen.length > 0 && chosen.length < group.events.length}
        disabled={isAll || (!isAllowed && chosen.length === 0)}
        onChange={(event) => choose(group.events, isAllowed && event.target.checked)}
      />
      <div className="min-w-0 max-md:ms-6.5">
        <div className="grid gap-x-4 sm:grid-cols-2">
          {group.events.map((event) => (
            <Checkbox
              key={event}
              label={<span className="font-mono text-sm wrap-anywhere">{event}</span>}
              checked={isAll ? isAllowed : value.includes(event)}
              // What was once chosen may be taken away by anybody who may change the webhook.
              disabled={isAll || (!isAllowed && !value.includes(event))}
              onChange={(box) => choose([event], box.target.checked)}
            />
          ))}
        </div>
        {isAllowed ? null : (
          <p id={id} className="text-sm text-text-muted">
            Your role ({ROLES[role].label}) cannot read these.
          </p>
        )}
      </div>
    </fieldset>
  );
}
