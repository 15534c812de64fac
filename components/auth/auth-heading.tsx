import type { ReactNode } from "react";

/** The heading of a page outside the dashboard, and a sentence below it. */
export function AuthHeading({ title, children }: { title: string; children: ReactNode }) {
  return (
    <header className="mt-5 mb-6 text-center">
      <h1 className="text-xl font-semibold tracking-tight">{title}</h1>
      <p className="mt-1 text-balance text-text-muted">{children}</p>
    </header>
  );
}
