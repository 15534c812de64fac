import type { ReactNode } from "react";
import { Logo } from "./logo";

/** Says one thing in the middle of an otherwise empty page: not found, or failed. */
export function Notice({
  title,
  action,
  children,
}: {
  title: string;
  action: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className="mx-auto flex min-h-[70dvh] max-w-sm flex-col items-center justify-center gap-2 p-6 text-center">
      <Logo className="mb-3 size-9" />
      <h1 className="text-xl font-semibold tracking-tight">{title}</h1>
      <p className="text-balance text-text-muted">{children}</p>
      <div className="mt-4">{action}</div>
    </div>
  );
}

/** The notice of a page that failed. The server's log has the cause under the error's digest. */
export function FailureNotice({ error, action }: { error: unknown; action: ReactNode }) {
  const digest = error instanceof Error && "digest" in error ? error.digest : null;
  return (
    <Notice title="Something went wrong" action={action}>
      The page could not be shown. If it happens again, tell your administrator
      {digest ? ` the number ${digest}` : ""}.
    </Notice>
  );
}
