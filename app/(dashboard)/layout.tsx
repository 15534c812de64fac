import { headers } from "next/headers";
import type { ReactNode } from "react";
import { StepUp } from "@/components/auth/step-up";
import { PageNotice } from "@/components/shell/page-notice";
import { Shell } from "@/components/shell/shell";
import { provePassword, signOut } from "@/lib/auth/actions";
import { CSRF_HEADER } from "@/lib/auth/hand-over";
import { waysIn } from "@/lib/auth/linked-providers";
import { configuredProviders } from "@/lib/auth/provider-list";
import { currentPerson, requireActor } from "@/lib/auth/session";
import { countUnread } from "@/lib/notices/inbox";

/** Draws the shell. It is no lock: every page and action asks for its actor itself. */
export default async function DashboardLayout({ children }: { children: ReactNode }) {
  const { id, name, email, role, organization } = await currentPerson();
  const [ways, unread] = [await waysIn(id), await countUnread(await requireActor())];
  const providers = configuredProviders().filter((provider) => ways.providers.includes(provider.id));
  const csrfToken = (await headers()).get(CSRF_HEADER) ?? "";
  return (
    <StepUp
      proofs={{ email, hasPassword: ways.hasPassword, providers, csrfToken }}
      provePassword={provePassword}
    >
      <Shell
        isAdmin={role === "admin"}
        account={{ name, email }}
        organization={organization}
        unread={unread}
        signOut={signOut}
      >
        <PageNotice />
        {children}
      </Shell>
    </StepUp>
  );
}
