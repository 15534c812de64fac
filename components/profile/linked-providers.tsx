"use client";

import { type FormEvent, useActionState, useState } from "react";
import { ProviderForm } from "@/components/auth/provider-form";
import { useStepUp } from "@/components/auth/step-up";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { FormError } from "@/components/ui/form-error";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Answer, Fault } from "@/lib/errors";

type Provider = { id: string; name: string; isLinked: boolean };

/** The outside providers that one can sign in through: link one, or take it away. */
export function LinkedProviders({
  providers,
  csrfToken,
  requireProof,
  unlinkProvider,
}: {
  providers: readonly Provider[];
  csrfToken: string;
  requireProof: (input: Record<string, never>) => Promise<Answer<null>>;
  unlinkProvider: (previous: Answer<null> | null, form: FormData) => Promise<Answer<null>>;
}) {
  const [answer, unlink] = useActionState(unlinkProvider, null);
  const [refusal, setRefusal] = useState<Fault[]>([]);
  const faults = answer?.ok === false ? answer.errors : refusal;
  const stepUp = useStepUp();

  // A link opens the account as the password does, so it is begun only by somebody who just proved who they are.
  async function startLink(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const proven = await stepUp(() => requireProof({}));
    if (proven.ok) form.submit();
    else setRefusal(proven.errors);
  }

  return (
    <Card
      title="Other ways to sign in"
      description="Link an account of yours elsewhere, then sign in with one press."
    >
      <FormError>{faults.map(({ message }) => message).join(" ") || null}</FormError>
      <ul className="flex flex-col divide-y">
        {providers.map((provider) => (
          <li key={provider.id} className="flex items-center justify-between gap-4 py-3 first:pt-0 last:pb-0">
            <div>
              <p className="font-medium">{provider.name}</p>
              <p className="text-sm text-text-muted">{provider.isLinked ? "Linked" : "Not linked"}</p>
            </div>
            {provider.isLinked ? (
              <form action={unlink}>
                <input type="hidden" name="provider" value={provider.id} />
                <SubmitButton variant="secondary" pendingLabel="Unlinking">
                  Unlink {provider.name}
                </SubmitButton>
              </form>
            ) : (
              <ProviderForm
                provider={provider.id}
                csrfToken={csrfToken}
                callbackUrl="/settings/profile"
                intent="link"
                onSubmit={startLink}
              >
                <Button type="submit">Link {provider.name}</Button>
              </ProviderForm>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
