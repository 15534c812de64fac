"use client";

import { useEffect, useRef, useState } from "react";
import { ask, faultText } from "@/components/api-keys/ask";
import { AuthHeading } from "@/components/auth/auth-heading";
import { Callout } from "@/components/ui/callout";
import { FormError } from "@/components/ui/form-error";
import { LinkButton } from "@/components/ui/link";
import { ROLES } from "@/lib/access/roles";
import type { ShownInvitation } from "@/lib/members/member";
import { AcceptForm } from "./accept-form";
import type { InvitationActions } from "./member-actions";

type State =
  | { step: "reading" }
  | { step: "refused"; why: string }
  | { step: "offer"; offer: ShownInvitation; token: string };

const NO_SECRET = "This link is not complete. Open the link of the invitation again, all of it.";

/** Reads the secret behind the # of the address, takes it out of there, and shows what it offers. */
export function InvitationOffer({
  signedInAs,
  actions,
}: {
  /** The e-mail of whoever is signed in here. */
  signedInAs: string | null;
  actions: InvitationActions;
}) {
  const token = useRef("");
  const [state, setState] = useState<State>({ step: "reading" });
  const { show } = actions;

  useEffect(() => {
    let isCurrent = true;
    async function read() {
      const found = window.location.hash.slice(1);
      if (found) {
        token.current = found;
        // Neither the address bar nor the history of this tab keeps it.
        window.history.replaceState(window.history.state, "", window.location.pathname);
      }
      const asked = token.current;
      if (!asked) return setState({ step: "refused", why: NO_SECRET });
      const answer = await ask(show({ token: asked }));
      // Another link may have been opened meanwhile.
      if (!isCurrent || asked !== token.current) return;
      if (answer.ok) setState({ step: "offer", offer: answer.data, token: asked });
      else setState({ step: "refused", why: whyOf(answer.errors) });
    }
    void read();
    // The same page opened with another link.
    window.addEventListener("hashchange", read);
    return () => {
      isCurrent = false;
      window.removeEventListener("hashchange", read);
    };
  }, [show]);

  if (state.step === "reading") {
    return <AuthHeading title="Your invitation">Looking it up…</AuthHeading>;
  }
  if (state.step === "refused") {
    return (
      <>
        <AuthHeading title="This invitation cannot be accepted">Nothing was changed.</AuthHeading>
        <div className="flex flex-col gap-4 rounded-xl border bg-surface p-6">
          <FormError>{state.why}</FormError>
          <LinkButton href="/sign-in">Go to sign-in</LinkButton>
        </div>
      </>
    );
  }
  const { organization, inviter, role } = state.offer;
  return (
    <>
      <AuthHeading title={`Join ${organization}`}>
        {inviter} invites you as {ROLES[role].label.toLowerCase()}.
      </AuthHeading>
      <div className="flex flex-col gap-4 rounded-xl border bg-surface p-6">
        {signedInAs ? (
          <Callout tone="warning">
            You are signed in as {signedInAs}, and signed out of it by joining.
          </Callout>
        ) : null}
        <AcceptForm key={state.token} token={state.token} offer={state.offer} accept={actions.accept} />
      </div>
    </>
  );
}

function whyOf(errors: { field?: string; message: string }[]): string {
  return errors.some(({ field }) => field === "token") ? NO_SECRET : faultText(errors);
}
