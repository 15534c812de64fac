"use client";

import { useState } from "react";
import type { KeySummary } from "@/components/api-keys/key-summary";
import { useNewSecret } from "@/components/api-keys/new-secret";
import { useRequest } from "@/components/api-keys/use-request";
import { Button } from "@/components/ui/button";
import { Code } from "@/components/ui/code";
import { Dialog, DialogBody, DialogFooter } from "@/components/ui/dialog";
import { FormError } from "@/components/ui/form-error";
import { toast } from "@/components/ui/toast";
import type { BroadScope, Scope } from "@/lib/access/scopes";
import { UNUSED_DAYS } from "@/lib/usage/evidence";

/** Offers to take away what a key did not use, and asks once. */
export function DropScopes({
  row,
  drop,
  broad,
  keep,
}: {
  row: KeySummary;
  drop: string[];
  /** What `keep` takes the place of. */
  broad: BroadScope[];
  keep: Scope[];
}) {
  const { change } = useNewSecret().actions;
  const [isOpen, setOpen] = useState(false);
  const { isPending, failure, send } = useRequest();
  const submit = () =>
    send(
      () => change({ id: row.id, patch: { scopes: keep } }),
      () => {
        toast(`${row.name} has only the scopes that it uses`);
        setOpen(false);
      },
    );
  return (
    <>
      <div>
        <Button onPress={() => setOpen(true)}>
          Drop {drop.length} unused for {UNUSED_DAYS} days
        </Button>
      </div>
      <Dialog
        title={`Drop ${drop.length} unused ${drop.length === 1 ? "scope" : "scopes"}?`}
        description={row.name}
        size="sm"
        role="alertdialog"
        isOpen={isOpen}
        isDismissable={!isPending}
        onOpenChange={setOpen}
      >
        <DialogBody>
          <FormError>{failure}</FormError>
          <div>
            <p>The key will no longer have</p>
            <Scopes names={drop} />
          </div>
          <div>
            <p>
              and keep
              {broad.map((name, index) => (
                <span key={name}>
                  {index > 0 ? " and " : ", in place of "}
                  <Code className="text-xs">{name}</Code>
                </span>
              ))}
            </p>
            <Scopes names={keep} />
          </div>
          <p className="text-text-muted">Requests that need them are refused from the next one on.</p>
        </DialogBody>
        <DialogFooter>
          <Button onPress={() => setOpen(false)} isDisabled={isPending}>
            Cancel
          </Button>
          <Button
            variant="primary"
            isPending={isPending}
            pendingLabel="Dropping"
            onPress={() => void submit()}
          >
            Drop scopes
          </Button>
        </DialogFooter>
      </Dialog>
    </>
  );
}

function Scopes({ names }: { names: string[] }) {
  return (
    <ul className="mt-1 flex flex-wrap gap-1">
      {names.map((name) => (
        <li key={name}>
          <Code className="text-xs">{name}</Code>
        </li>
      ))}
    </ul>
  );
}
