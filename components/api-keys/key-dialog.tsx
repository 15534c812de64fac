"use client";

import type { KeyDeed } from "./deeds";
import { DisableKeyDialog } from "./disable-key-dialog";
import { EditKeyDialog } from "./edit-key-dialog";
import { ExpireKeyDialog } from "./expire-key-dialog";
import type { KeyActions, KeyHolder, KeySummary } from "./key-summary";
import { RevokeKeyDialog } from "./revoke-key-dialog";

/** A dialog about one key. */
export type KeyQuestion = { what: Exclude<KeyDeed, "rotate" | "replace" | "enable">; row: KeySummary };

/** The dialog of what somebody chose to do to one key. */
export function KeyDialog({
  question: { what, row },
  holder,
  actions,
  onClose,
}: {
  question: KeyQuestion;
  holder: KeyHolder;
  actions: Pick<KeyActions, "change" | "revoke" | "descendantsOf" | "reachOf" | "addressesOfWeek">;
  onClose: () => void;
}) {
  const { change, revoke, descendantsOf } = actions;
  switch (what) {
    case "edit":
      return <EditKeyDialog row={row} holder={holder} actions={actions} onClose={onClose} />;
    case "disable":
      return <DisableKeyDialog row={row} change={change} onClose={onClose} />;
    case "expire":
      return <ExpireKeyDialog row={row} policy={holder.policy} change={change} onClose={onClose} />;
    case "revoke":
      return <RevokeKeyDialog row={row} revoke={revoke} descendantsOf={descendantsOf} onClose={onClose} />;
  }
}
