"use client";

import { Eye, EyeOff } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Button, IconButton } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { CodeBlock } from "@/components/ui/code";
import { CopyButton } from "@/components/ui/copy-button";
import { copyText } from "@/components/ui/copy-text";
import { DialogBody, DialogFooter } from "@/components/ui/dialog";
import { useLeaveWarning } from "./leave-warning";

/** A secret that was just made, and how it is spoken of. */
export type RevealedSecret = {
  text: string;
  /** As it stands where it is not shown. */
  masked: string;
  /** What it is, in one word. */
  noun: "key" | "secret";
  /** What is the matter where it was not taken, and the way out of it if there is one. */
  untaken: { text: string; discard?: { label: string; pendingLabel: string; run: () => Promise<void> } };
};

/** Shows a new secret this once: masked until asked for, copied without being shown. */
export function SecretReveal({
  secret,
  warning,
  note,
  snippets,
  links,
  onDone,
}: {
  secret: RevealedSecret;
  warning: ReactNode;
  note?: ReactNode;
  /** Texts with the secret in them, ready to be used. */
  snippets: { label: string; text: string }[];
  links: ReactNode;
  onDone: () => void;
}) {
  const [shown, setShown] = useState(false);
  const [taken, setTaken] = useState(false);
  const [asking, setAsking] = useState<"on done" | "on back" | null>(null);
  useLeaveWarning(() => setAsking("on back"));

  const take = () => setTaken(true);
  const { text, masked, noun } = secret;
  return (
    <>
      <DialogBody className="gap-5">
        <Callout tone="warning" title={`Copy the ${noun} now. It will not be shown again.`}>
          {warning}
        </Callout>
        {note}
        <div className="flex flex-col gap-2">
          <div className="flex min-w-0 items-center gap-1 rounded border bg-surface-sunken ps-3 pe-1">
            <code data-testid="secret" className="min-w-0 flex-1 py-2 font-mono text-sm wrap-anywhere">
              {shown ? text : masked}
            </code>
            <IconButton
              aria-label={`${shown ? "Hide" : "Show"} ${noun}`}
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
            text={text}
            label={`Copy ${noun}`}
            variant="primary"
            autoFocus
            onCopied={take}
            className="w-full"
          />
        </div>
        {snippets.map((snippet) => (
          <Snippet key={snippet.label} {...snippet} secret={secret} onCopied={take} />
        ))}
        {/* In a tab of its own, so that the secret stays. */}
        <p className="flex flex-wrap gap-x-4 gap-y-1 text-sm">{links}</p>
      </DialogBody>
      {asking === "on back" || (asking === "on done" && !taken) ? (
        <LastQuestion secret={secret} taken={taken} onDone={onDone} />
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

/** Asked in place where the secret was neither copied nor shown. */
function LastQuestion({
  secret: {
    text,
    noun,
    untaken: { text: untaken, discard },
  },
  taken,
  onDone,
}: {
  secret: RevealedSecret;
  taken: boolean;
  onDone: () => void;
}) {
  const [refused, setRefused] = useState(false);
  const [isDiscarding, setDiscarding] = useState(false);
  return (
    <DialogFooter className="justify-between">
      <p role="alert" className="min-w-0 flex-1 basis-56">
        {refused
          ? `The browser did not allow copying. Use Show ${noun} above and copy it by hand.`
          : taken
            ? `Close this? The ${noun} cannot be shown again.`
            : `You have neither copied nor shown this ${noun}. ${untaken}`}
      </p>
      <div className="flex flex-wrap gap-2 max-sm:w-full max-sm:*:flex-auto">
        {discard ? (
          <Button
            variant="danger-ghost"
            isPending={isDiscarding}
            pendingLabel={discard.pendingLabel}
            onPress={async () => {
              setDiscarding(true);
              await discard.run();
              setDiscarding(false);
            }}
          >
            {discard.label}
          </Button>
        ) : null}
        <Button onPress={onDone}>{taken ? "Close" : "Close without it"}</Button>
        <Button
          variant="primary"
          autoFocus
          onPress={async () => ((await copyText(text)) ? onDone() : setRefused(true))}
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
  secret: RevealedSecret;
  onCopied: () => void;
}) {
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <p className="text-sm font-medium">{label}</p>
      <CodeBlock
        label={label}
        action={<CopyButton text={text} label={`Copy: ${label}`} iconOnly onCopied={onCopied} />}
      >
        {text.replace(secret.text, secret.masked)}
      </CodeBlock>
    </div>
  );
}
