"use client";

import { RotateCw } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useRequest } from "@/components/api-keys/use-request";
import { Button } from "@/components/ui/button";
import { useTimeZone } from "@/components/ui/clock";
import { FormDialog } from "@/components/ui/form-dialog";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { toast } from "@/components/ui/toast";
import type { WebhookView } from "@/lib/webhooks/webhook";
import { useWebhooks } from "./webhook-dialogs";

const HOUR_MS = 3_600_000;
const PERIODS = [
  { label: "The last hour", ms: HOUR_MS },
  { label: "The last 24 hours", ms: 24 * HOUR_MS },
  { label: "The last 7 days", ms: 7 * 24 * HOUR_MS },
  { label: "The last 30 days", ms: 30 * 24 * HOUR_MS },
];
const BETWEEN = "between";

/** Asks for which period, and has all that failed in it tried now. */
export function ResendFailed({ webhook }: { webhook: WebhookView }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size="sm" onPress={() => setOpen(true)}>
        <RotateCw aria-hidden />
        Resend failed…
      </Button>
      {isOpen ? <Question webhook={webhook} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function Question({ webhook: { id, name }, onClose }: { webhook: WebhookView; onClose: () => void }) {
  const { actions } = useWebhooks();
  const { isPending, failure, send } = useRequest();
  const timeZone = useTimeZone();
  const [period, setPeriod] = useState(String(24 * HOUR_MS));
  const [between, setBetween] = useState({ from: "", to: "" });
  const [error, setError] = useState<{ from?: string; to?: string }>({});

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const chosen = periodOf(period, between);
    if ("error" in chosen) {
      const [wrong] = Object.keys(chosen.error);
      event.currentTarget.querySelector<HTMLElement>(`[name=${wrong}]`)?.focus();
      return setError(chosen.error);
    }
    setError({});
    void send(
      () => actions.resendFailed({ id, ...chosen }),
      ({ resent, remaining }) => {
        toast(resentText(resent), remaining > 0 ? { description: remainingText(remaining) } : {});
        onClose();
      },
    );
  }

  return (
    <FormDialog
      title="Resend what failed"
      description={name}
      submit="Resend failed"
      pendingLabel="Sending again"
      isPending={isPending}
      failure={failure}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>
        Deliveries that were given up, or wait for another attempt, are tried now, the oldest first, at most
        1,000 at once. Each has the same id as before, so the receiver can leave out what it knows. Tests are
        not sent again.
      </p>
      <Select
        label="Created in"
        autoFocus
        value={period}
        description={period === BETWEEN ? `In your time zone, ${timeZone}.` : undefined}
        onChange={({ target }) => {
          setPeriod(target.value);
          setError({});
        }}
      >
        {PERIODS.map(({ label, ms }) => (
          <option key={ms} value={ms}>
            {label}
          </option>
        ))}
        <option value={BETWEEN}>Between two times</option>
      </Select>
      {period === BETWEEN ? (
        <div className="grid gap-4 sm:grid-cols-2">
          {(["from", "to"] as const).map((end) => (
            <TextField
              key={end}
              label={end === "from" ? "From" : "To"}
              name={end}
              type="datetime-local"
              value={between[end]}
              error={error[end]}
              onChange={({ target }) => setBetween({ ...between, [end]: target.value })}
            />
          ))}
        </div>
      ) : null}
    </FormDialog>
  );
}

type Period = { from: string; to?: string };

/** The period as it is sent, or what is missing. Times are the reader's own. */
function periodOf(
  period: string,
  { from, to }: { from: string; to: string },
): Period | { error: { from?: string; to?: string } } {
  if (period !== BETWEEN) return { from: new Date(Date.now() - Number(period)).toISOString() };
  if (!from) return { error: { from: "Choose when it begins." } };
  if (!to) return { error: { to: "Choose when it ends." } };
  if (from >= to) return { error: { to: "Choose an end after the beginning." } };
  return { from: new Date(from).toISOString(), to: new Date(to).toISOString() };
}

function resentText(count: number): string {
  if (count === 0) return "Nothing has failed in that period";
  return count === 1
    ? "1 delivery is on its way again"
    : `${count.toLocaleString("en-US")} deliveries are on their way again`;
}

function remainingText(count: number): string {
  return `${count.toLocaleString("en-US")} more of that period have failed. Send again for these.`;
}
