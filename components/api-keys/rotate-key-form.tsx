"use client";

import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { DialogBody, DialogFooter } from "@/components/ui/dialog";
import { FormError } from "@/components/ui/form-error";
import { Radio, RadioGroup } from "@/components/ui/radio-group";
import { Select } from "@/components/ui/select";
import { ExactTime, RelativeTime } from "@/components/ui/time";
import type { KeyPolicy } from "@/lib/api-keys/policy";
import { faultText } from "./ask";
import { boundsOf, type ExpiryBounds, firstChoice } from "./expiry-bounds";
import { ExpiryField, type ExpiryValue, expiryValue } from "./expiry-field";
import { isInUse } from "./in-use";
import type { KeyActions, KeySummary, NewKey } from "./key-summary";
import { StillRotating } from "./still-rotating";
import { useAnswer } from "./use-answer";

const GRACE_PERIODS = [
  { seconds: 0, label: "None" },
  { seconds: 3_600, label: "1 hour" },
  { seconds: 86_400, label: "24 hours" },
  { seconds: 3 * 86_400, label: "3 days" },
  { seconds: 7 * 86_400, label: "7 days" },
];

/** Asks how long the old key works on and when the new one ends. Hands up the new one, with the old one's end. */
export function RotateKeyForm({
  row,
  policy,
  rotate,
  predecessorEnd,
  onRotated,
  onCancel,
  onPending,
}: {
  row: KeySummary;
  policy: KeyPolicy;
  rotate: KeyActions["rotate"];
  predecessorEnd: KeyActions["predecessorEnd"];
  onRotated: (key: NewKey, oldEndsAt: Date | null) => void;
  onCancel: () => void;
  /** Told when a request starts and ends, since the dialog must not close meanwhile. */
  onPending: (isPending: boolean) => void;
}) {
  const [bounds] = useState(() => boundsOf(policy, new Date()));
  const [first] = useState(() => firstChoice(bounds, new Date()));
  const [grace, setGrace] = useState(86_400);
  const [isAgain, setAgain] = useState(true);
  const [end, setEnd] = useState<ExpiryValue>(expiryValue(first, bounds));
  const [error, setError] = useState<string>();
  const [failure, setFailure] = useState<string>();
  const [isPending, setPending] = useState(false);
  const blockedUntil = useAnswer(predecessorEnd, row.id);

  function markPending(next: boolean) {
    setPending(next);
    onPending(next);
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (!isAgain && (end === "" || (end !== null && new Date(end) <= new Date())))
      return setError("Choose when the new key ends. A day must not be past.");
    setFailure(undefined);
    markPending(true);
    const answer = await rotate({
      id: row.id,
      grace_period_seconds: grace,
      ...(isAgain ? {} : { expires_at: end }),
    });
    markPending(false);
    if (answer.ok) onRotated(answer.data, grace === 0 ? null : endOfGrace(row, grace));
    else setFailure(faultText(answer.errors));
  }

  return (
    <form noValidate className="contents" onSubmit={submit}>
      <DialogBody className="gap-5">
        <FormError>{failure}</FormError>
        {blockedUntil ? <StillRotating row={row} until={blockedUntil} onLeave={onCancel} /> : null}
        <p>
          A new key takes over, with the same owner, scopes and restrictions. You see its secret once, and put
          it wherever the old one is.
        </p>
        <Select
          label="Grace period"
          value={grace}
          onChange={(event) => setGrace(Number(event.target.value))}
          description={
            grace === 0 ? (
              "The old key is refused from the next request on."
            ) : (
              <>
                The old key works on beside the new one until <ExactTime value={endOfGrace(row, grace)} />.
              </>
            )
          }
        >
          {GRACE_PERIODS.map(({ seconds, label }) => (
            <option key={seconds} value={seconds}>
              {label}
            </option>
          ))}
        </Select>
        {grace === 0 && row.last_used_at && isInUse(row) ? (
          <Callout tone="warning">
            The old key was last used <RelativeTime value={row.last_used_at} isPast />
            {row.last_used_ip ? ` from ${row.last_used_ip}` : ""}. Whatever calls with it stops working until
            it has the new one.
          </Callout>
        ) : null}
        <RadioGroup label="Expiration of the new key">
          <Radio
            name="expiration"
            label={
              row.expires_at
                ? "As long again as the old one was given"
                : bounds.latest
                  ? "As long as your organization allows"
                  : "None, as with the old one"
            }
            description={<EndAgain row={row} bounds={bounds} />}
            checked={isAgain}
            onChange={() => setAgain(true)}
          />
          <Radio name="expiration" label="Another" checked={!isAgain} onChange={() => setAgain(false)} />
        </RadioGroup>
        {isAgain ? null : (
          <ExpiryField
            value={end}
            bounds={bounds}
            defaultChoice={first}
            error={error}
            onChange={(next) => {
              setEnd(next);
              setError(undefined);
            }}
          />
        )}
      </DialogBody>
      <DialogFooter>
        <Button onPress={onCancel} isDisabled={isPending}>
          Cancel
        </Button>
        <Button
          type="submit"
          variant="primary"
          isDisabled={blockedUntil !== null}
          isPending={isPending}
          pendingLabel="Rotating the key"
        >
          Rotate key
        </Button>
      </DialogFooter>
    </form>
  );
}

function EndAgain({ row, bounds: { latest } }: { row: KeySummary; bounds: ExpiryBounds }) {
  const again = row.expires_at && new Date(Date.now() + row.expires_at.getTime() - row.created_at.getTime());
  const end = again && latest && latest < again ? latest : (again ?? latest);
  if (end === null) return null;
  return (
    <>
      Ends <ExactTime value={end} />
      {end === latest && again ? ", the latest that your organization’s policy allows" : ""}
    </>
  );
}

/** When the old key ends: its own end may come before that of the grace period. */
function endOfGrace({ expires_at }: KeySummary, seconds: number): Date {
  return new Date(Math.min(Date.now() + seconds * 1_000, expires_at?.getTime() ?? Number.POSITIVE_INFINITY));
}
