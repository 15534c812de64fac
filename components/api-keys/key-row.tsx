import NextLink from "next/link";
import { useId } from "react";
import { keyAddress } from "@/components/key-page/page-state";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Clamped } from "@/components/ui/clamped";
import { Cell, RowHeader, TableRow } from "@/components/ui/table";
import { Day, RelativeTime } from "@/components/ui/time";
import { isLiving } from "@/lib/api-keys/status";
import type { KeyDeed } from "./deeds";
import { KeyMenu } from "./key-menu";
import { KeyState } from "./key-state";
import type { KeySummary } from "./key-summary";
import { ScopeList } from "./scope-list";
import { UsedAt } from "./used-at";

/** One key as a row, or as a card. */
export function KeyRow({
  row,
  isIdle,
  isChosen,
  onChoose,
  onAct,
}: {
  row: KeySummary;
  /** Whether it is disabled soon, since nobody uses it. */
  isIdle: boolean;
  isChosen: boolean;
  onChoose: (isChosen: boolean) => void;
  onAct: (deed: KeyDeed) => void;
}) {
  const nameId = useId();
  const living = isLiving(row.status);
  return (
    <TableRow
      aria-labelledby={nameId}
      className="h-17 stacked:h-auto @lg:stacked:grid @lg:stacked:grid-cols-2"
    >
      <Cell className="stacked:absolute stacked:end-14 stacked:top-4">
        {living ? (
          <Checkbox
            label={`Select ${row.name}`}
            hideLabel
            checked={isChosen}
            onChange={(event) => onChoose(event.target.checked)}
          />
        ) : null}
      </Cell>
      <RowHeader className="min-w-0 stacked:col-span-full stacked:pe-20">
        {/* Beside the name, where cards have no room for it: so all rows of the table are of one height. */}
        <span className="flex min-w-0 items-baseline gap-x-2 stacked:flex-col">
          <NextLink
            id={nameId}
            href={keyAddress(row.id)}
            prefetch={false}
            title={row.name}
            className="block min-h-6 max-w-full min-w-0 truncate rounded-sm font-medium underline-offset-3 hover:underline"
          >
            {row.name}
          </NextLink>
          {row.description ? (
            <Clamped isTight className="min-w-20 flex-1 text-sm text-text-muted">
              {row.description}
            </Clamped>
          ) : null}
        </span>
        <span className="flex min-w-0 items-center gap-x-2 text-sm text-text-muted stacked:flex-wrap">
          <code className="shrink-0 font-mono text-xs">
            {row.key_prefix}…{row.last_four}
          </code>
          <span className="truncate">
            {row.created_by.name}, <Day value={row.created_at} />
          </span>
        </span>
        {isUnseen(row) ? <Unseen name={row.name} onRevoke={() => onAct("revoke")} /> : null}
      </RowHeader>
      <Cell label="Scopes">
        <ScopeList scopes={row.scopes} />
      </Cell>
      <Cell label="Status">
        <KeyState row={row} isIdle={isIdle} />
      </Cell>
      <Cell label="Last used">
        <UsedAt at={row.last_used_at} />
      </Cell>
      <Cell label="Expires">
        <Ends row={row} />
      </Cell>
      <Cell className="stacked:absolute stacked:end-4 stacked:top-3">
        {living ? <KeyMenu row={row} onChoose={onAct} /> : null}
      </Cell>
    </TableRow>
  );
}

/** A key whose secret never reached a screen is of no use, and a sign that an answer was lost. */
function Unseen({ name, onRevoke }: { name: string; onRevoke: () => void }) {
  return (
    <span className="mt-1 flex flex-wrap items-center gap-2">
      <Badge tone="warning">Created, secret never shown</Badge>
      <Button
        size="sm"
        variant="danger-ghost"
        className="h-6"
        aria-label={`Revoke ${name}`}
        onPress={onRevoke}
      >
        Revoke
      </Button>
    </span>
  );
}

function Ends({ row }: { row: KeySummary }) {
  if (row.revoked_at) return <Nothing>—</Nothing>;
  return row.expires_at ? (
    <RelativeTime value={row.expires_at} isPast={row.status === "expired"} />
  ) : (
    <Nothing>Never</Nothing>
  );
}

function Nothing({ children }: { children: string }) {
  return <span className="text-text-muted">{children}</span>;
}

function isUnseen(row: KeySummary): boolean {
  return row.shown_at === null && row.last_used_at === null && isLiving(row.status);
}
