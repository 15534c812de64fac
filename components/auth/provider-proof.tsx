import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { DialogBody, DialogFooter } from "@/components/ui/dialog";
import { ProviderForm } from "./provider-form";

/** For people without a password: leads to the provider that they sign in through, and back to this page. */
export function ProviderProof({
  providers,
  csrfToken,
  onCancel,
}: {
  providers: readonly { id: string; name: string }[];
  csrfToken: string;
  onCancel: () => void;
}) {
  const names = providers.map(({ name }) => name).join(" or ");
  return (
    <>
      <DialogBody>
        <p>{`You are led to ${names} and back to this page. Choose the account that you sign in here with.`}</p>
        <Callout tone="info">What you typed here is not kept.</Callout>
      </DialogBody>
      <DialogFooter>
        <Button onPress={onCancel}>Cancel</Button>
        {providers.map(({ id, name }) => (
          <ProviderForm
            key={id}
            provider={id}
            csrfToken={csrfToken}
            callbackUrl={window.location.pathname + window.location.search}
            intent="prove"
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
