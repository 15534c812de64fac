import type { ReactNode } from "react";
import { Logo } from "@/components/shell/logo";

/** One calm column in the middle: the mark, and what is to be filled in. */
export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <main id="content" className="flex min-h-dvh flex-col items-center px-5 py-10 sm:justify-center">
      <div className="flex w-full max-w-90 flex-col">
        <Logo className="mx-auto size-10" />
        {children}
      </div>
    </main>
  );
}
