"use client";

import { type FormEvent, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { FormError } from "@/components/ui/form-error";
import { TextField } from "@/components/ui/text-field";
import { isWellFormed, KEY_PATTERN } from "@/lib/api-keys/key-form";
import { sendKey } from "./send-key";

/**
 * Takes a key that somebody found. Whether it can be one is judged here, and nothing leaves this page before Revoke is
 * pressed. The field has no name, so that no browser puts what it holds into an address or keeps it.
 */
export function ReportKeyForm() {
  const [key, setKey] = useState("");
  const [state, setState] = useState<"asking" | "refused" | "sending" | "done">("asking");
  const [failure, setFailure] = useState<string>();
  const field = useRef<HTMLInputElement>(null);
  const thanks = useRef<HTMLDivElement>(null);
  const fault = faultOf(key);

  useEffect(() => {
    if (state === "done") thanks.current?.focus();
    if (state === "refused") field.current?.focus();
  }, [state]);

  async function revoke(event: FormEvent) {
    event.preventDefault();
    setFailure(undefined);
    if (fault) return setState("refused");
    setState("sending");
    const problem = await sendKey(key);
    setFailure(problem ?? undefined);
    if (problem === null) setKey("");
    setState(problem === null ? "done" : "asking");
  }

  if (state === "done") {
    return (
      <div ref={thanks} tabIndex={-1} role="status" className="flex flex-col gap-4">
        <Callout tone="success" title="Thank you">
          If this key still worked, it is revoked now, and its owner is told.
        </Callout>
        <Button onPress={() => setState("asking")}>Report another key</Button>
      </div>
    );
  }
  return (
    <form noValidate onSubmit={revoke} className="flex flex-col gap-4">
      <FormError>{failure}</FormError>
      <TextField
        ref={field}
        label="The key you found"
        description="It is checked here in the browser. Nothing is sent before you press Revoke."
        error={state === "refused" ? fault : undefined}
        value={key}
        onChange={(event) => {
          setKey(event.target.value.trim());
          setState("asking");
        }}
        placeholder="pk_live_…"
        required
        autoComplete="off"
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        className="[&_input]:font-mono"
      />
      <p role="status" className="text-sm text-text-muted empty:hidden">
        {key !== "" && fault === null ? "This has the form of a key, and its checksum is right." : null}
      </p>
      <Button
        type="submit"
        variant="danger"
        className="w-full"
        isPending={state === "sending"}
        pendingLabel="Revoking"
      >
        Revoke
      </Button>
    </form>
  );
}

/** Why a text cannot be a key; null where it can. */
function faultOf(text: string): string | null {
  if (text === "") return "Paste the key that you found.";
  if (!KEY_PATTERN.test(text)) return "This is no key of Prepzo: one is pk_live_ and 32 more characters.";
  return isWellFormed(text)
    ? null
    : "A character is wrong or missing: the checksum of this key is not right.";
}
