import type { Metadata } from "next";
import { InvitationOffer } from "@/components/members/invitation-offer";
import { Callout } from "@/components/ui/callout";
import { currentSession } from "@/lib/auth/session";
import { acceptInvitation, showInvitation } from "./actions";

export const metadata: Metadata = { title: "Invitation", robots: { index: false } };

/** The link carries its secret behind a #, which browsers send to nobody: only a script can read it. */
export default async function InvitationPage() {
  const session = await currentSession();
  return (
    <>
      <noscript>
        <Callout tone="warning" title="Accepting an invitation needs JavaScript" className="mt-6">
          Turn it on in your browser and open the link again.
        </Callout>
      </noscript>
      <InvitationOffer
        signedInAs={session?.user.email ?? null}
        actions={{ show: showInvitation, accept: acceptInvitation }}
      />
    </>
  );
}
