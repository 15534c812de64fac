"use client";

import { useState } from "react";
import { Callout } from "@/components/ui/callout";
import { FormDialog } from "@/components/ui/form-dialog";
import { Radio, RadioGroup } from "@/components/ui/radio-group";
import { ExactTime } from "@/components/ui/time";
import { toast } from "@/components/ui/toast";
import type { KeyPolicy } from "@/lib/api-keys/policy";
import { boundsOf } from "./expiry-bounds";
import { ExpiryField, type ExpiryValue } from "./expiry-field";
import { whyItEnds } from "./imposed-end";
import type { KeyActions, KeySummary } from "./key-summary";
import { LONG_AGO } from "./long-ago";
import { useRequest } from "./use-request";

/** Sets, shortens, extends or removes a key's end, or ends it now. */
export function ExpireKeyDialog({
  row,
  policy,
  change,
  onClose,
}: {
  row: KeySummary;
  policy: KeyPolicy;
  change: KeyActions["change"];
  onClose: () => void;
}) {
  const [bounds] = useState(() => boundsOf(policy, new Date(), row));
  const [isNow, setNow] = useState(false);
  const [value, setValue] = useState<ExpiryValue>("");
  const [error, setError] = useState<string>();
  const { isPending, failure, send } = useRequest();

  function submit(event: React.FormEvent) {
    event.preventDefault();
    if (!isNow && (value === "" || (value !== null && new Date(value) <= new Date()))) {
      return setError("Choose when the key ends. A day must not be past.");
    }
    void send(
      () => change({ id: row.id, patch: { expires_at: isNow ? LONG_AGO : value } }),
      () => {
        toast(isNow ? `${row.name} has expired` : `Expiration of ${row.name} was changed`);
        onClose();
      },
    );
  }

  return (
    <FormDialog
      title={`Change expiration of ${row.name}`}
      submit={isNow ? "Expire now" : "Save expiration"}
      pendingLabel="Saving"
      variant={isNow ? "danger" : "primary"}
      isPending={isPending}
      failure={failure}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className="text-text-muted">
        {row.expires_at ? (
          <>
            Its end is set to <ExactTime value={row.expires_at} />
            {row.ends_at ? `, ${whyItEnds(row)}` : ""}.
          </>
        ) : (
          "It has no end so far."
        )}
      </p>
      <RadioGroup label="When should it end?">
        <Radio
          name="when"
          label={row.ends_at ? "Sooner" : "Later"}
          checked={!isNow}
          onChange={() => setNow(false)}
        />
        <Radio name="when" label="Now" checked={isNow} onChange={() => setNow(true)} />
      </RadioGroup>
      {isNow ? (
        <Callout tone="warning">
          Requests with it are refused from the next one on. An expired key cannot be brought back.
        </Callout>
      ) : (
        <ExpiryField
          value={value}
          bounds={bounds}
          defaultChoice={null}
          error={error}
          onChange={(next) => {
            setValue(next);
            setError(undefined);
          }}
        />
      )}
    </FormDialog>
  );
}
