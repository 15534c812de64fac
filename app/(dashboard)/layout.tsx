import type { ReactNode } from "react";
import { Shell } from "@/components/shell/shell";
import { signOut } from "@/lib/auth/actions";
import { currentPerson } from "@/lib/auth/session";

/** Draws the shell. It is no lock: every page and action asks for its actor itself. */
export default async function DashboardLayout({ children }: { children: ReactNode }) {
  const { name, email, organization } = await currentPerson();
  return (
    <Shell account={{ name, email }} organization={organization} signOut={signOut}>
      {children}
    </Shell>
  );
}
