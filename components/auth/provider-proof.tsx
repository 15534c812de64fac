import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { DialogBody, DialogFooter } from "@/components/ui/dialog";
import { onProven } from "./proof-channel";
import { ProviderForm } from "./provider-form";

/**
 * For people without a password: leads to the provider that they sign in through, in another tab, so that what was
 * typed here stays. That tab tells when it is done.
 */
export function ProviderProof({
  providers,
  csrfToken,
  onProven: goOn,
  onCancel,
}: {
  providers: readonly { id: string; name: string }[];
  csrfToken: string;
  onProven: () => void;
  onCancel: () => void;
}) {
  const [isAway, setAway] = useState(false);
  const names = providers.map(({ name }) => name).join(" or ");
  useEffect(() => onProven(goOn), [goOn]);
  return (
    <>
      <DialogBody>
        <p>{`${names} opens in another tab. Choose the account that you sign in here with, then come back: this page goes on by itself.`}</p>
        <p role="status" className="text-text-muted">
          {isAway ? "Waiting for the other tab." : ""}
        </p>
      </DialogBody>
      <DialogFooter>
        <Button onPress={onCancel}>Cancel</Button>
        {providers.map(({ id, name }) => (
          <ProviderForm
            key={id}
            provider={id}
            csrfToken={csrfToken}
            callbackUrl="/settings/confirmed"
            intent="prove"
            target="_blank"
            onSubmit={() => setAway(true)}
          >
            <Button type="submit" variant="primary">
              Continue with {name}
            </Button>
          </ProviderForm>
        ))}
      </DialogFooter>
    </>
  );
}
