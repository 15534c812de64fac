"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { ask, faultText } from "@/components/api-keys/ask";
import { useStepUp } from "@/components/auth/step-up";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { RelativeTime } from "@/components/ui/time";
import { toast } from "@/components/ui/toast";
import type { Answer } from "@/lib/errors";
import { CalendarAddress } from "./calendar-address";

type Feed = { created_at: Date; last_read_at: Date | null };

/** The calendar of key ends: its address is made, replaced and revoked here, and shown this once. */
export function CalendarCard({
  feed,
  actions,
}: {
  feed: Feed | null;
  actions: {
    make: (input: Record<string, never>) => Promise<Answer<{ address: string }>>;
    revoke: (input: Record<string, never>) => Promise<Answer<null>>;
  };
}) {
  const router = useRouter();
  const stepUp = useStepUp();
  const [busy, setBusy] = useState<"make" | "revoke" | null>(null);
  const [address, setAddress] = useState<string | null>(null);

  async function run<T>(what: "make" | "revoke", call: () => Promise<Answer<T>>): Promise<T | undefined> {
    setBusy(what);
    const answer = await stepUp(() => ask(call()));
    setBusy(null);
    if (answer.ok) return answer.data;
    if (answer.errors.length > 0)
      toast("That did not work", { tone: "danger", description: faultText(answer.errors) });
  }

  async function make() {
    const made = await run("make", () => actions.make({}));
    if (made) setAddress(made.address);
  }

  async function revoke() {
    if ((await run("revoke", () => actions.revoke({}))) === undefined) return;
    toast("The calendar address does not work any more");
    router.refresh();
  }

  function close() {
    setAddress(null);
    router.refresh();
  }

  return (
    <Card
      title="Calendar"
      description="An address to subscribe to in your calendar, which shows when the keys that you manage end."
      footer={
        <>
          {feed ? (
            <Button
              variant="danger-ghost"
              isPending={busy === "revoke"}
              pendingLabel="Revoking"
              onPress={revoke}
            >
              Revoke address
            </Button>
          ) : null}
          <Button isPending={busy === "make"} pendingLabel="Making an address" onPress={make}>
            {feed ? "Replace address" : "Make an address"}
          </Button>
        </>
      }
    >
      {feed ? (
        <p>
          Made <RelativeTime value={feed.created_at} isPast />,{" "}
          {feed.last_read_at ? (
            <>
              last read <RelativeTime value={feed.last_read_at} isPast />
            </>
          ) : (
            "not read yet"
          )}
          . A new address ends this one.
        </p>
      ) : (
        <p className="text-text-muted">
          Whoever has the address can read the names of these keys and when they end; nothing more.
        </p>
      )}
      {address ? <CalendarAddress address={address} onDone={close} /> : null}
    </Card>
  );
}
