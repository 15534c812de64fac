import { Badge, type BadgeTone } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { CopyButton } from "@/components/ui/copy-button";
import { LinkButton } from "@/components/ui/link";
import { LinkTabs } from "@/components/ui/link-tabs";
import { Cell, ColumnHeader, RowHeader, Table, TableBody, TableHead, TableRow } from "@/components/ui/table";
import { ExactTime } from "@/components/ui/time";
import { OUTCOMES, type Outcome } from "@/lib/usage/call";
import type { LoggedRequest } from "@/lib/usage/evidence";
import { addressText } from "./callers";
import { pathText } from "./endpoints";
import { NUMBERS } from "./numbers";
import { OUTCOME_LABELS } from "./outcome-labels";
import { type PageState, pageAddress } from "./page-state";

const TONES: Record<Outcome, BadgeTone> = {
  ok: "success",
  client_error: "warning",
  server_error: "danger",
  rate_limited: "info",
  after_death: "danger",
};

const NOTHING = {
  "of the kind": "No such request is kept.",
  "at all": "No request is kept. Each shows here within seconds, with what it asked for and how it ended.",
};

/** The latest requests of the sample that is kept; never what was in them. */
export function Requests({
  id,
  state,
  requests,
  hasMore,
}: {
  id: string;
  state: PageState;
  requests: LoggedRequest[];
  hasMore: boolean;
}) {
  const choices = [null, ...OUTCOMES].map((outcome) => ({
    label: outcome ? OUTCOME_LABELS[outcome].label : "All",
    href: pageAddress(id, state, { outcome, before: null }),
    isCurrent: state.outcome === outcome,
  }));
  return (
    <Card
      id="requests"
      title="Latest requests"
      description="A sample of the last 30 days, which prefers failures. Bodies, query values and keys are never kept."
    >
      <LinkTabs label="Outcome" items={choices} />
      {requests.length === 0 ? (
        <p className="text-text-muted">
          {state.before ? "There is nothing older." : NOTHING[state.outcome ? "of the kind" : "at all"]}
        </p>
      ) : (
        <Table label="Latest requests">
          <TableHead>
            <ColumnHeader>Request</ColumnHeader>
            <ColumnHeader>Status</ColumnHeader>
            <ColumnHeader>Time</ColumnHeader>
            <ColumnHeader className={NUMBERS}>Took</ColumnHeader>
            <ColumnHeader>From</ColumnHeader>
            <ColumnHeader hideLabel>Request id</ColumnHeader>
          </TableHead>
          <TableBody>
            {requests.map((request) => (
              // What stands in a card explains itself: three lines, not one for each column.
              <TableRow
                key={request.id}
                className="stacked:flex-row stacked:flex-wrap stacked:gap-x-3 stacked:gap-y-1"
              >
                <RowHeader className="font-mono text-xs wrap-anywhere stacked:w-full stacked:pe-10">
                  {request.method} {pathText(request.path)}
                </RowHeader>
                <Cell>
                  <Badge tone={TONES[request.outcome]}>{request.status}</Badge>
                </Cell>
                <Cell className="whitespace-nowrap">
                  <ExactTime value={request.at} withSeconds />
                </Cell>
                <Cell className={`whitespace-nowrap ${NUMBERS}`}>{request.duration_ms} ms</Cell>
                <Cell className="wrap-anywhere stacked:w-full">{addressText(request.address)}</Cell>
                <Cell className="stacked:absolute stacked:end-3 stacked:top-3">
                  <CopyButton iconOnly text={request.id} label="Copy the request id" />
                </Cell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
      <Older
        label="requests"
        place="requests"
        first={state.before ? pageAddress(id, state, { before: null }) : null}
        next={hasMore ? pageAddress(id, state, { before: requests.at(-1)?.id ?? null }) : null}
      />
    </Card>
  );
}

/** The way to older rows, and back to the latest. */
export function Older({
  label,
  place,
  first,
  next,
}: {
  label: string;
  /** The id of what the rows stand in, to be read from its beginning; else the page is. */
  place?: string;
  first: string | null;
  next: string | null;
}) {
  if (first === null && next === null) return null;
  const hash = place ? `#${place}` : "";
  return (
    <nav aria-label={`Pages of ${label}`} className="flex gap-2">
      {first ? (
        <LinkButton href={`${first}${hash}`} prefetch={false} size="sm">
          Latest {label}
        </LinkButton>
      ) : null}
      {next ? (
        <LinkButton href={`${next}${hash}`} prefetch={false} size="sm">
          Older {label}
        </LinkButton>
      ) : null}
    </nav>
  );
}
