"use client";

import { useState } from "react";
import type { LastUse } from "@/components/api-keys/key-summary";
import { LONG_AGO } from "@/components/api-keys/long-ago";
import { useNewSecret } from "@/components/api-keys/new-secret";
import { useRequest } from "@/components/api-keys/use-request";
import { Button } from "@/components/ui/button";
import { FormError } from "@/components/ui/form-error";
import { toast } from "@/components/ui/toast";
import type { Answer } from "@/lib/errors";
import { addressText } from "./callers";

/**
 * Ends the old key of a rotation before its grace period is over. Asks a second time where there is a `doubt`, and
 * where the key was used since the page was drawn.
 */
export function FinishNow({
  id,
  doubt,
  lastUsedAt,
}: {
  id: string;
  /** Why ending it now may break something; null where nothing speaks against it. */
  doubt: string | null;
  /** As the page shows it. */
  lastUsedAt: Date | null;
}) {
  const { change, lastUseOf } = useNewSecret().actions;
  const [question, setQuestion] = useState<string>();
  const { isPending, failure, send } = useRequest();
  const end = () => change({ id, patch: { expires_at: LONG_AGO } });
  const endUnlessUsed = async (): Promise<Answer<string | null>> => {
    const use = await lastUseOf({ id });
    if (!use.ok) return use;
    const news = newsOf(use.data, lastUsedAt);
    return news ? { ok: true, data: news } : end();
  };

  function finish() {
    if (doubt && !question) return setQuestion(doubt);
    void send<string | null>(question ? end : endUnlessUsed, (news) =>
      news ? setQuestion(news) : toast("The old key has ended"),
    );
  }

  return (
    <div className="mt-2 flex flex-col items-start gap-2">
      <FormError>{failure}</FormError>
      {question ? (
        <p role="alert" className="text-danger-text">
          {question} Press again to end it.
        </p>
      ) : null}
      <Button
        variant={question ? "danger" : doubt ? "secondary" : "primary"}
        isPending={isPending}
        pendingLabel="Ending the old key"
        onPress={finish}
      >
        {question ? "Yes, end the old key" : "Finish now"}
      </Button>
    </div>
  );
}

/** What happened to a key since it was drawn: that it was used once more. */
function newsOf({ last_used_at, last_used_ip }: LastUse, drawn: Date | null): string | null {
  if (last_used_at === null || (drawn !== null && last_used_at <= drawn)) return null;
  return `The old key was used just now${last_used_ip ? ` by ${addressText(last_used_ip)}` : ""}.`;
}
