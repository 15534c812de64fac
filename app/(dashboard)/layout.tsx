import type { ReactNode } from "react";
import { navigation } from "@/components/shell/navigation";
import { Sidebar } from "@/components/shell/sidebar";
import { SkipLink } from "@/components/shell/skip-link";
import { TopBar } from "@/components/shell/top-bar";
import { signOut } from "@/lib/auth/actions";
import { currentPerson } from "@/lib/auth/session";

/** Draws the shell. It is no lock: every page and action asks for its actor itself. */
export default async function DashboardLayout({ children }: { children: ReactNode }) {
  const person = await currentPerson();
  return (
    <>
      <SkipLink />
      <TopBar navigation={navigation} organization={person.organization} account={person} signOut={signOut} />
      <div className="mx-auto flex max-w-shell">
        <aside className="sticky top-14 h-[calc(100dvh-3.5rem)] w-60 shrink-0 overflow-y-auto border-e p-4 max-md:hidden">
          <Sidebar groups={navigation} />
        </aside>
        <main id="content" tabIndex={-1} className="min-w-0 flex-1 px-4 py-6 md:px-8 md:py-8">
          <div className="mx-auto flex max-w-page flex-col gap-6">{children}</div>
        </main>
      </div>
    </>
  );
}
