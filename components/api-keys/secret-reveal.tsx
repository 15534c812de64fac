"use client";

import { Eye, EyeOff } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Button, IconButton } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { CodeBlock } from "@/components/ui/code";
import { CopyButton } from "@/components/ui/copy-button";
import { copyText } from "@/components/ui/copy-text";
import { DialogBody, DialogFooter } from "@/components/ui/dialog";
import { Link } from "@/components/ui/link";
import { curlLine } from "./curl-line";
import type { NewKey } from "./key-summary";
import { useLeaveWarning } from "./leave-warning";

/** Shows a new key's secret this once: masked until asked for, copied without being shown. */
export function SecretReveal({
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
  const [shown, setShown] = useState(false);
  const [taken, setTaken] = useState(false);
  const [asking, setAsking] = useState<"on done" | "on back" | null>(null);
  useLeaveWarning(() => setAsking("on back"));

  const take = () => setTaken(true);
  const secret = shown ? created.key : maskOf(created.key);
  return (
    <>
      <DialogBody className="gap-5">
        <Callout tone="warning" title="Copy the key now. It will not be shown again.">
          This is a secret, unlike the publishable <code>pk_</code> keys of other products: keep it out of
          browsers and repositories.
        </Callout>
        {note}
        <div className="flex flex-col gap-2">
          <div className="flex min-w-0 items-center gap-1 rounded border bg-surface-sunken ps-3 pe-1">
            <code data-testid="secret" className="min-w-0 flex-1 py-2 font-mono text-sm wrap-anywhere">
              {secret}
            </code>
            <IconButton
              aria-label={shown ? "Hide key" : "Show key"}
              size="sm"
              onPress={() => {
                setShown(!shown);
                take();
              }}
            >
              {shown ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
            </IconButton>
          </div>
          <CopyButton
            text={created.key}
            label="Copy key"
            variant="primary"
            autoFocus
            onCopied={take}
            className="w-full"
          />
        </div>
        <Snippet
          label="Try it in a terminal"
          text={curlLine(window.location.origin, created)}
          secret={created.key}
          onCopied={take}
        />
        <Snippet
          label="Keep it in .env"
          text={`PREPZO_API_KEY=${created.key}`}
          secret={created.key}
          onCopied={take}
        />
        {/* In a tab of its own, so that the secret stays. */}
        <p className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
          <Link href="/docs" prefetch={false} target="_blank">
            Read the API reference
          </Link>
          <Link href="/report-key" prefetch={false} target="_blank">
            Found a key? Report it
          </Link>
        </p>
      </DialogBody>
      {asking === "on back" || (asking === "on done" && !taken) ? (
        <LastQuestion created={created} taken={taken} onDone={onDone} onRevoke={onRevoke} />
      ) : (
        <DialogFooter>
          <Button
            variant={taken ? "primary" : "secondary"}
            onPress={() => (taken ? onDone() : setAsking("on done"))}
          >
            Done
          </Button>
        </DialogFooter>
      )}
    </>
  );
}

/** Asked in place where the key was neither copied nor shown. */
function LastQuestion({
  created,
  taken,
  onDone,
  onRevoke,
}: {
  created: NewKey;
  taken: boolean;
  onDone: () => void;
  onRevoke: () => Promise<void>;
}) {
  const [refused, setRefused] = useState(false);
  const [isRevoking, setRevoking] = useState(false);
  return (
    <DialogFooter className="justify-between">
      <p role="alert" className="min-w-0 flex-1 basis-56">
        {refused
          ? "The browser did not allow copying. Use Show key above and copy it by hand."
          : taken
            ? "Close this? The key cannot be shown again."
            : "You have neither copied nor shown this key. Without it, it is of no use."}
      </p>
      <div className="flex flex-wrap gap-2 max-sm:w-full max-sm:*:flex-auto">
        <Button
          variant="danger-ghost"
          isPending={isRevoking}
          pendingLabel="Revoking"
          onPress={async () => {
            setRevoking(true);
            await onRevoke();
            setRevoking(false);
          }}
        >
          Revoke it
        </Button>
        <Button onPress={onDone}>{taken ? "Close" : "Close without it"}</Button>
        <Button
          variant="primary"
          autoFocus
          onPress={async () => ((await copyText(created.key)) ? onDone() : setRefused(true))}
        >
          Copy and close
        </Button>
      </div>
    </DialogFooter>
  );
}

function Snippet({
  label,
  text,
  secret,
  onCopied,
}: {
  label: string;
  text: string;
  secret: string;
  onCopied: () => void;
}) {
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <p className="text-sm font-medium">{label}</p>
      <CodeBlock
        label={label}
        action={<CopyButton text={text} label={`Copy: ${label}`} iconOnly onCopied={onCopied} />}
      >
        {text.replace(secret, maskOf(secret))}
      </CodeBlock>
    </div>
  );
}

function maskOf(key: string): string {
  return `${key.slice(0, 12)}${"•".repeat(8)}${key.slice(-4)}`;
}
