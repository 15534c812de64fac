"use client";

import { createContext, type ReactNode, use, useCallback, useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import type { Answer } from "@/lib/errors";
import { PasswordProof } from "./password-proof";
import { ProviderProof } from "./provider-proof";

type Ask = <T>(run: () => Promise<Answer<T>>) => Promise<Answer<T>>;

/** How a person can prove once more who they are: by the password, or without one through a linked provider. */
type Proofs = {
  email: string;
  hasPassword: boolean;
  providers: readonly { id: string; name: string }[];
  csrfToken: string;
};

const StepUpContext = createContext<Ask>((run) => run());

/**
 * A way to run a server action that may want a newer proof of who this is: then that is asked for, above whatever is
 * open, and the action run again. Where it is given up, nothing failed: the answer is not ok and holds no faults, and
 * there is nothing to say.
 */
export function useStepUp(): Ask {
  return use(StepUpContext);
}

/** Holds the question for all pages within. */
export function StepUp({
  proofs,
  provePassword,
  children,
}: {
  proofs: Proofs;
  provePassword: (input: { password: string }) => Promise<Answer<null>>;
  children: ReactNode;
}) {
  const [waiting, setWaiting] = useState<((isProven: boolean) => void)[]>([]);
  const [isPending, setPending] = useState(false);

  const stepUp = useCallback<Ask>(async (run) => {
    const ask = () => new Promise<boolean>((settle) => setWaiting((others) => [...others, settle]));
    let answer = await run();
    while (wantsProof(answer)) {
      if (!(await ask())) return GIVEN_UP;
      answer = await run();
    }
    return answer;
  }, []);

  function settle(isProven: boolean) {
    setWaiting([]);
    for (const go of waiting) go(isProven);
  }

  return (
    <StepUpContext value={stepUp}>
      {children}
      <Dialog
        title="Confirm it is you"
        description="This gives or widens access, and you last proved who you are more than 15 minutes ago."
        size="sm"
        isOpen={waiting.length > 0}
        isDismissable={!isPending}
        onOpenChange={(isOpen) => !isOpen && settle(false)}
      >
        {proofs.hasPassword ? (
          <PasswordProof
            email={proofs.email}
            provePassword={provePassword}
            onPending={setPending}
            onProven={() => settle(true)}
            onCancel={() => settle(false)}
          />
        ) : (
          <ProviderProof {...proofs} onProven={() => settle(true)} onCancel={() => settle(false)} />
        )}
      </Dialog>
    </StepUpContext>
  );
}

const GIVEN_UP: Answer<never> = { ok: false, errors: [] };

function wantsProof(answer: Answer<unknown>): boolean {
  return !answer.ok && answer.errors.some(({ code }) => code === "proof_required");
}
