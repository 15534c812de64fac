import { ChevronRight } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { CopyButton } from "@/components/ui/copy-button";
import { Link } from "@/components/ui/link";
import { Cell, ColumnHeader, RowHeader, Table, TableBody, TableHead, TableRow } from "@/components/ui/table";
import { ExactTime, RelativeTime } from "@/components/ui/time";
import { webhookAddress } from "@/components/webhooks/webhook-address";
import type { AuditEntry } from "@/lib/audit/entry";
import { actionText, actorText, changeLines } from "./entry-text";

/** The entries, newest first; each unfolds what it tells besides. */
export function LogTable({ entries }: { entries: AuditEntry[] }) {
  return (
    <Table label="Audit log">
      <TableHead>
        <ColumnHeader>What</ColumnHeader>
        <ColumnHeader>Who</ColumnHeader>
        <ColumnHeader>When</ColumnHeader>
        <ColumnHeader>From</ColumnHeader>
      </TableHead>
      <TableBody>
        {entries.map((entry) => (
          <TableRow key={entry.id}>
            <RowHeader className="align-top">
              <div className="relative ps-6">
                <p className="flex flex-wrap items-baseline gap-x-2">
                  <span className="font-medium">{actionText(entry.action)}</span>
                  {entry.target.id === entry.actor.id ? null : <Target {...entry.target} />}
                </p>
                <Details entry={entry} />
              </div>
            </RowHeader>
            <Cell label="Who" className="min-w-60 align-top stacked:items-start">
              <Actor {...entry.actor} />
            </Cell>
            <Cell label="When" className="align-top whitespace-nowrap stacked:items-start">
              <RelativeTime value={entry.created_at} isPast />
            </Cell>
            <Cell label="From" className="min-w-[15ch] align-top wrap-anywhere text-text-muted">
              {entry.address ?? "—"}
            </Cell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function Target({ type, id, name }: AuditEntry["target"]) {
  if (type === "api_key") {
    return (
      <Link href={`/settings/api-keys/${id}`} prefetch={false} className="wrap-anywhere">
        {name ?? "a key"}
      </Link>
    );
  }
  if (name === null) return null;
  if (type === "webhook") {
    return (
      <Link href={webhookAddress(id)} prefetch={false} className="wrap-anywhere">
        {name}
      </Link>
    );
  }
  return <span className="wrap-anywhere">{name}</span>;
}

function Actor(actor: AuditEntry["actor"]) {
  return (
    <span className="flex min-w-0 flex-wrap items-baseline gap-x-2">
      <span className="flex flex-wrap items-center gap-x-2">
        {actor.kind === "key" && actor.id ? (
          <Link href={`/settings/api-keys/${actor.id}`} prefetch={false} className="wrap-anywhere">
            {actorText(actor)}
          </Link>
        ) : (
          <span className="wrap-anywhere">{actorText(actor)}</span>
        )}
        {actor.kind === "key" ? <Badge>Key</Badge> : null}
      </span>
      {actor.email ? (
        <span className="text-sm text-text-muted wrap-anywhere">
          {actor.kind === "key" ? `of ${actor.email}` : actor.email}
        </span>
      ) : null}
    </span>
  );
}

/** Its button stands before the entry's line, so that a row is one line high until it is unfolded. */
function Details({ entry }: { entry: AuditEntry }) {
  const facts = [
    ...changeLines(entry.changes),
    ...(entry.user_agent ? [{ field: "user agent", text: entry.user_agent }] : []),
    { field: `${entry.target.type.replaceAll("_", " ")} id`, text: entry.target.id },
    ...(entry.seq ? [{ field: "entry number", text: entry.seq }] : []),
  ];
  return (
    <details>
      <summary className="absolute -start-1 top-0 inline-flex size-6 list-none items-center justify-center rounded-sm text-text-muted hover:text-text [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden
          className="size-4 transition-transform in-[details[open]>summary]:rotate-90"
        />
        <span className="sr-only">Details</span>
      </summary>
      <dl className="mt-2 grid grid-cols-[max-content_1fr] gap-x-4 gap-y-1 text-sm">
        <dt className="text-text-muted">time</dt>
        <dd>
          <ExactTime value={entry.created_at} />
        </dd>
        {facts.map(({ field, text }) => (
          <div key={field} className="contents">
            <dt className="text-text-muted">{field}</dt>
            <dd className="min-w-0 wrap-anywhere">{text}</dd>
          </div>
        ))}
        {entry.request_id ? (
          <>
            <dt className="text-text-muted">request id</dt>
            <dd className="flex min-w-0 items-center gap-1">
              <code className="font-mono text-xs wrap-anywhere">{entry.request_id}</code>
              <CopyButton iconOnly text={entry.request_id} label="Copy the request id" />
            </dd>
          </>
        ) : null}
      </dl>
    </details>
  );
}
