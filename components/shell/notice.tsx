import type { ReactNode } from "react";
import { Logo } from "./logo";

/** A whole page that says one thing: not found, or failed. */
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
    <main
      id="content"
      className="mx-auto flex min-h-[70dvh] max-w-sm flex-col items-center justify-center gap-2 p-6 text-center"
    >
      <Logo className="mb-3 size-9" />
      <h1 className="text-xl font-semibold tracking-tight">{title}</h1>
      <p className="text-balance text-text-muted">{children}</p>
      <div className="mt-4">{action}</div>
    </main>
  );
}
