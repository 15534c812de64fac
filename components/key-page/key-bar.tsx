"use client";

import { CircleCheck, Pencil, RefreshCw } from "lucide-react";
import { deedsOf } from "@/components/api-keys/deeds";
import { KeyDialog } from "@/components/api-keys/key-dialog";
import { KeyMenu } from "@/components/api-keys/key-menu";
import type { KeyActions, KeyHolder, KeySummary } from "@/components/api-keys/key-summary";
import { useKeyDeeds } from "@/components/api-keys/use-key-deeds";
import { Button } from "@/components/ui/button";

/** What can be done to the key of this page; nothing once it has ended. */
export function KeyBar({
  row,
  holder,
  actions,
}: {
  row: KeySummary;
  holder: KeyHolder;
  actions: Pick<KeyActions, "change" | "revoke" | "descendantsOf" | "reachOf" | "addressesOfWeek">;
}) {
  const { question, act, close } = useKeyDeeds(actions.change);
  const allowed = deedsOf(row);
  if (allowed.length === 0) return null;
  return (
    <>
      {allowed.includes("enable") ? (
        <Button variant="primary" onPress={() => act("enable", row)}>
          <CircleCheck aria-hidden />
          Enable
        </Button>
      ) : null}
      {allowed.includes("rotate") ? (
        <Button onPress={() => act("rotate", row)}>
          <RefreshCw aria-hidden />
          Rotate
        </Button>
      ) : null}
      {allowed.includes("edit") ? (
        <Button onPress={() => act("edit", row)}>
          <Pencil aria-hidden />
          Edit
        </Button>
      ) : null}
      <KeyMenu row={row} onChoose={(deed) => act(deed, row)} />
      {question ? <KeyDialog question={question} holder={holder} actions={actions} onClose={close} /> : null}
    </>
  );
}
