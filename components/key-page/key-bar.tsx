"use client";

import { CircleCheck, Pencil, RefreshCw, Replace } from "lucide-react";
import { deedsOf } from "@/components/api-keys/deeds";
import { KeyMenu } from "@/components/api-keys/key-menu";
import type { KeySummary } from "@/components/api-keys/key-summary";
import { useKeyDeeds } from "@/components/api-keys/use-key-deeds";
import { Button } from "@/components/ui/button";

/** What can be done to the key of this page; nothing once it has ended. */
export function KeyBar({ row }: { row: KeySummary }) {
  const { act, dialog } = useKeyDeeds();
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
      {allowed.includes("replace") ? (
        <Button variant="primary" onPress={() => act("replace", row)}>
          <Replace aria-hidden />
          Replace
        </Button>
      ) : null}
      {allowed.includes("edit") ? (
        <Button onPress={() => act("edit", row)}>
          <Pencil aria-hidden />
          Edit
        </Button>
      ) : null}
      <KeyMenu row={row} onChoose={(deed) => act(deed, row)} />
      {dialog}
    </>
  );
}
