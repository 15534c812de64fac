"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { FormError } from "@/components/ui/form-error";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Answer } from "@/lib/errors";

type Provider = { id: string; name: string; isLinked: boolean };

/** The outside providers that one can sign in through: link one, or take it away. */
export function LinkedProviders({
  providers,
  csrfToken,
  unlinkProvider,
}: {
  providers: readonly Provider[];
  csrfToken: string;
  unlinkProvider: (previous: Answer<null> | null, form: FormData) => Promise<Answer<null>>;
}) {
  const [answer, unlink] = useActionState(unlinkProvider, null);
  return (
    <Card
      title="Other ways to sign in"
      description="Link an account of yours elsewhere, then sign in with one press."
    >
      <FormError>
        {answer?.ok === false ? answer.errors.map((fault) => fault.message).join(" ") : null}
      </FormError>
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
              <form method="post" action={`/api/auth/signin/${provider.id}`}>
                <input type="hidden" name="csrfToken" value={csrfToken} />
                <input type="hidden" name="callbackUrl" value="/settings/profile" />
                <input type="hidden" name="intent" value="link" />
                <Button type="submit">Link {provider.name}</Button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
