"use client";

import { SecretReveal } from "@/components/api-keys/secret-reveal";
import { Link } from "@/components/ui/link";
import { ExactTime } from "@/components/ui/time";
import type { Signing } from "./webhook-actions";

/** Shows a webhook's new signing secret this once. */
export function WebhookSecretReveal({
  signing: { secret, previousUntil },
  isRotated,
  onDone,
}: {
  signing: Signing;
  isRotated: boolean;
  onDone: () => void;
}) {
  return (
    <SecretReveal
      secret={{
        text: secret,
        masked: `whsec_${"•".repeat(12)}${secret.slice(-4)}`,
        noun: "secret",
        untaken: {
          text: "No receiver can check a signature without it. You can rotate it at any time.",
        },
      }}
      warning="The receiver checks each signature with it, as Standard Webhooks says. Keep it out of repositories."
      note={isRotated ? <Previous until={previousUntil} /> : null}
      snippets={[{ label: "Keep it in .env", text: `PREPZO_WEBHOOK_SECRET=${secret}` }]}
      links={
        <Link href="/docs/webhooks" prefetch={false} target="_blank">
          Read how a receiver checks what it gets
        </Link>
      }
      onDone={onDone}
    />
  );
}

function Previous({ until }: { until: Date | null }) {
  return until ? (
    <p>
      The secret before signs beside it until <ExactTime value={until} />.
    </p>
  ) : (
    <p>The secret before does not sign any more.</p>
  );
}
