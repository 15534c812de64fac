"use client";

import { useState } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { ColumnHeader, Table, TableBody, TableHead } from "@/components/ui/table";
import { isLiving } from "@/lib/api-keys/status";
import { KeyRow } from "./key-row";
import type { KeySummary } from "./key-summary";
import { type ListState, listAddress, type SortColumn } from "./list-address";
import { useNewSecret } from "./new-secret";
import { RevokeKeysDialog } from "./revoke-keys-dialog";
import { SelectionBar } from "./selection-bar";
import { useKeyDeeds } from "./use-key-deeds";

/** The list itself, with what can be done to one key or to several. */
export function KeyTable({
  rows,
  idle,
  state,
}: {
  rows: KeySummary[];
  /** The ids of those that are disabled soon, since nobody uses them. */
  idle: ReadonlySet<string>;
  state: ListState;
}) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [isRevokingMany, setRevokingMany] = useState(false);
  const { actions } = useNewSecret();
  const { act, dialog } = useKeyDeeds();
  const living = rows.filter((row) => isLiving(row.status));
  const selected = living.filter((row) => chosen.has(row.id));

  function choose(ids: string[], isChosen: boolean) {
    const next = new Set(chosen);
    for (const id of ids) isChosen ? next.add(id) : next.delete(id);
    setChosen(next);
  }

  return (
    <>
      <Table label="API keys" isWide>
        <TableHead>
          <ColumnHeader isAboveCards className="w-13">
            <Checkbox
              label={
                <span className="sr-only stacked:not-sr-only stacked:leading-5.5">
                  Select all keys on this page
                </span>
              }
              className="ms-1 stacked:ms-0"
              disabled={living.length === 0}
              checked={living.length > 0 && selected.length === living.length}
              isIndeterminate={selected.length > 0 && selected.length < living.length}
              onChange={(event) =>
                choose(
                  living.map((row) => row.id),
                  event.target.checked,
                )
              }
            />
          </ColumnHeader>
          <ColumnHeader sort={sortOf(state, "name")}>Name</ColumnHeader>
          <ColumnHeader className="w-42">Scopes</ColumnHeader>
          <ColumnHeader className="w-29">Status</ColumnHeader>
          <ColumnHeader className="w-34" sort={sortOf(state, "last_used_at")}>
            Last used
          </ColumnHeader>
          <ColumnHeader className="w-30" sort={sortOf(state, "expires_at")}>
            Expires
          </ColumnHeader>
          <ColumnHeader className="w-13" hideLabel>
            Actions
          </ColumnHeader>
        </TableHead>
        <TableBody>
          {rows.map((row) => (
            <KeyRow
              key={row.id}
              row={row}
              isIdle={idle.has(row.id)}
              isChosen={chosen.has(row.id)}
              onChoose={(isChosen) => choose([row.id], isChosen)}
              onAct={(deed) => act(deed, row)}
            />
          ))}
        </TableBody>
      </Table>
      {selected.length > 0 ? (
        <SelectionBar
          count={selected.length}
          onClear={() => setChosen(new Set())}
          onRevoke={() => setRevokingMany(true)}
        />
      ) : null}
      {dialog}
      {isRevokingMany ? (
        <RevokeKeysDialog
          rows={selected}
          revokeMany={actions.revokeMany}
          descendantsOf={actions.descendantsOf}
          onClose={() => setRevokingMany(false)}
        />
      ) : null}
    </>
  );
}

/** Sorting by a column: names from A, instants from the latest; once more turns it round. */
function sortOf(state: ListState, by: SortColumn) {
  const isCurrent = state.sort.by === by;
  const descending = isCurrent ? !state.sort.descending : by !== "name";
  const direction = state.sort.descending ? ("descending" as const) : ("ascending" as const);
  return { href: listAddress(state, { sort: { by, descending } }), direction: isCurrent ? direction : null };
}
