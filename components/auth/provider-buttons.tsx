import { Button } from "@/components/ui/button";
import { ProviderForm } from "./provider-form";

/** A button for each outside provider, each an ordinary form to next-auth. Draws nothing where there is none. */
export function ProviderButtons({
  providers,
  csrfToken,
  callbackUrl,
}: {
  providers: readonly { id: string; name: string }[];
  csrfToken: string;
  callbackUrl: string;
}) {
  if (providers.length === 0) return null;
  return (
    <div className="flex flex-col gap-2">
      <p className="flex items-center gap-3 py-1 text-sm text-text-muted before:h-px before:flex-1 before:bg-border after:h-px after:flex-1 after:bg-border">
        or
      </p>
      {providers.map(({ id, name }) => (
        <ProviderForm key={id} provider={id} csrfToken={csrfToken} callbackUrl={callbackUrl}>
          <Button type="submit" className="w-full">
            Continue with {name}
          </Button>
        </ProviderForm>
      ))}
    </div>
  );
}
