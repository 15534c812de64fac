import NextLink from "next/link";
import { type ReactNode, useId } from "react";
import { deedsOf, type KeyDeed } from "@/components/api-keys/deeds";
import { KeyMenu } from "@/components/api-keys/key-menu";
import { ScopeList } from "@/components/api-keys/scope-list";
import { StatusBadge } from "@/components/api-keys/status-badge";
import { keyAddress } from "@/components/key-page/page-state";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link";
import { Cell, RowHeader, TableRow } from "@/components/ui/table";
import { RelativeTime } from "@/components/ui/time";
import type { Finding } from "@/lib/policy/findings";
import type { FoundRow } from "./finding-table";
import { FINDING_TEXTS, RULE_TEXTS, remedyOf } from "./finding-texts";
import { type MarkCallsSeen, MarkSeen } from "./mark-seen";

/** One key with a finding. */
export function FindingRow({
  finding,
  found,
  markSeen,
  onAct,
}: {
  finding: Finding;
  found: FoundRow;
  markSeen: MarkCallsSeen;
  onAct: (deed: KeyDeed) => void;
}) {
  const { row, rules } = found;
  const nameId = useId();
  const deeds = deedsOf(row);
  const remedy = remedyOf(finding, rules, deeds);
  return (
    <TableRow aria-labelledby={nameId}>
      <RowHeader className="min-w-0 stacked:pe-20">
        <NextLink
          id={nameId}
          href={keyAddress(row.id)}
          prefetch={false}
          className="inline-block min-h-6 rounded-sm font-medium wrap-anywhere underline-offset-3 hover:underline"
        >
          {row.name}
        </NextLink>
        <span className="flex flex-wrap items-center gap-2 text-text-muted">
          <code className="font-mono text-xs">
            {row.key_prefix}…{row.last_four}
          </code>
          {row.status === "active" ? null : <StatusBadge status={row.status} />}
        </span>
      </RowHeader>
      <Cell label="Owner" className="wrap-anywhere">
        {row.owner.name}
      </Cell>
      <Cell label={FINDING_TEXTS[finding].column}>{FACTS[finding](found)}</Cell>
      <Cell>
        <span className="flex items-center justify-end gap-1 stacked:w-full stacked:justify-start">
          {remedy ? (
            <Button
              size="sm"
              variant={remedy.deed === "revoke" ? "danger" : undefined}
              aria-label={`${remedy.label}: ${row.name}`}
              onPress={() => onAct(remedy.deed)}
            >
              {remedy.label}
            </Button>
          ) : null}
          {found.dead_calls ? (
            <>
              <LinkButton
                size="sm"
                href={keyAddress(row.id)}
                prefetch={false}
                aria-label={`See callers: ${row.name}`}
              >
                See callers
              </LinkButton>
              <MarkSeen row={row} until={found.dead_calls.last_seen} markSeen={markSeen} />
            </>
          ) : null}
          {deeds.length > 0 ? <KeyMenu row={row} onChoose={onAct} /> : null}
        </span>
      </Cell>
    </TableRow>
  );
}

/** What a finding rests on. */
const FACTS: Record<Finding, (found: FoundRow) => ReactNode> = {
  leaked: ({ row }) => (row.leaked_at ? <RelativeTime value={row.leaked_at} isPast /> : null),
  used_after_death: ({ dead_calls }) =>
    dead_calls ? (
      <span>
        {dead_calls.calls.toLocaleString("en-US")}, last <RelativeTime value={dead_calls.last_seen} isPast />
      </span>
    ) : null,
  former_member: ({ known_to }) => known_to.join(", "),
  against_policy: ({ rules }) => (
    <span className="flex flex-col">
      {rules.map((rule) => (
        <span key={rule}>{RULE_TEXTS[rule]}</span>
      ))}
    </span>
  ),
  expiring: ({ row }) => (row.expires_at ? <RelativeTime value={row.expires_at} /> : null),
  broad_scopes: ({ row }) => <ScopeList scopes={row.scopes} />,
  without_expiry: ({ row }) => <RelativeTime value={row.created_at} isPast />,
  idle: ({ idle_since }) => <RelativeTime value={idle_since} isPast />,
};
