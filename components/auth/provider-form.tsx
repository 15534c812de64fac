import type { ComponentProps, ReactNode } from "react";

/** An ordinary form that leads to an outside provider, and from there to a page of ours. Its child is the button. */
export function ProviderForm({
  provider,
  csrfToken,
  callbackUrl,
  intent,
  target,
  onSubmit,
  children,
}: {
  provider: string;
  csrfToken: string;
  callbackUrl: string;
  /** What somebody who is signed in wants there; without it, to sign in. */
  intent?: "link" | "prove";
  /** `_blank` leads there in another tab. */
  target?: "_blank";
  onSubmit?: ComponentProps<"form">["onSubmit"];
  children: ReactNode;
}) {
  return (
    <form method="post" action={`/api/auth/signin/${provider}`} target={target} onSubmit={onSubmit}>
      <input type="hidden" name="csrfToken" value={csrfToken} />
      <input type="hidden" name="callbackUrl" value={callbackUrl} />
      {intent ? <input type="hidden" name="intent" value={intent} /> : null}
      {children}
    </form>
  );
}
