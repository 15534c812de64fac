"use client";

import type { KeySummary } from "@/components/api-keys/key-summary";
import { useKeyDeeds } from "@/components/api-keys/use-key-deeds";
import { ColumnHeader, Table, TableBody, TableHead } from "@/components/ui/table";
import type { Finding, FoundKey } from "@/lib/policy/findings";
import { FindingRow } from "./finding-row";
import { FINDING_TEXTS } from "./finding-texts";
import type { MarkCallsSeen } from "./mark-seen";

/** A key with a finding, as the browser gets it. */
export type FoundRow = Omit<FoundKey, "key"> & { row: KeySummary };

/** The keys with a finding, each with what is best done about it, and all else that can be done. */
export function FindingTable({
  finding,
  rows,
  markSeen,
}: {
  finding: Finding;
  rows: FoundRow[];
  markSeen: MarkCallsSeen;
}) {
  const { act, dialog } = useKeyDeeds();
  const { title, column } = FINDING_TEXTS[finding];
  return (
    <>
      <Table label={title}>
        <TableHead>
          <ColumnHeader>Key</ColumnHeader>
          <ColumnHeader>Owner</ColumnHeader>
          <ColumnHeader>{column}</ColumnHeader>
          <ColumnHeader hideLabel>Actions</ColumnHeader>
        </TableHead>
        <TableBody>
          {rows.map((found) => (
            <FindingRow
              key={found.row.id}
              finding={finding}
              found={found}
              markSeen={markSeen}
              onAct={(deed) => act(deed, found.row)}
            />
          ))}
        </TableBody>
      </Table>
      {dialog}
    </>
  );
}
