"use client";

import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";
import { curlLine } from "./curl-line";
import type { NewKey } from "./key-summary";
import { SecretReveal } from "./secret-reveal";

/** Shows a new key this once, with how to use it. */
export function KeyReveal({
  created,
  note,
  onDone,
  onRevoke,
}: {
  created: NewKey;
  note: ReactNode;
  onDone: () => void;
  onRevoke: () => Promise<void>;
}) {
  return (
    <SecretReveal
      secret={{
        text: created.key,
        masked: `${created.key.slice(0, 12)}${"•".repeat(8)}${created.key.slice(-4)}`,
        noun: "key",
        untaken: {
          text: "Without it, it is of no use.",
          discard: { label: "Revoke it", pendingLabel: "Revoking", run: onRevoke },
        },
      }}
      warning={
        <>
          This is a secret, unlike the publishable <code>pk_</code> keys of other products: keep it out of
          browsers and repositories.
        </>
      }
      note={note}
      snippets={[
        { label: "Try it in a terminal", text: curlLine(window.location.origin, created) },
        { label: "Keep it in .env", text: `PREPZO_API_KEY=${created.key}` },
      ]}
      links={
        <>
          <Link href="/docs" prefetch={false} target="_blank">
            Read the API reference
          </Link>
          <Link href="/report-key" prefetch={false} target="_blank">
            Found a key? Report it
          </Link>
        </>
      }
      onDone={onDone}
    />
  );
}
