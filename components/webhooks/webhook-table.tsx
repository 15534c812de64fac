"use client";

import NextLink from "next/link";
import { useId } from "react";
import { ScopeList } from "@/components/api-keys/scope-list";
import { NUMBERS } from "@/components/key-page/numbers";
import { Cell, ColumnHeader, RowHeader, Table, TableBody, TableHead, TableRow } from "@/components/ui/table";
import { RelativeTime } from "@/components/ui/time";
import { Hint } from "@/components/ui/tooltip";
import type { LatestDeliveries, WebhookView } from "@/lib/webhooks/webhook";
import { Address } from "./address";
import { useWebhookDeeds } from "./use-webhook-deeds";
import { webhookAddress } from "./webhook-address";
import { deedsOf, type WebhookDeed } from "./webhook-deeds";
import { useWebhooks } from "./webhook-dialogs";
import { WebhookMenu } from "./webhook-menu";
import { State } from "./webhook-state";

/** The list itself, with what can be done to each webhook. */
export function WebhookTable({ webhooks }: { webhooks: WebhookView[] }) {
  const { act, dialog } = useWebhookDeeds();
  return (
    <>
      <Table label="Webhooks" isWide>
        <TableHead>
          <ColumnHeader>Webhook</ColumnHeader>
          <ColumnHeader className="w-56">Events</ColumnHeader>
          <ColumnHeader className="w-30">State</ColumnHeader>
          <ColumnHeader className="w-34">Last delivery</ColumnHeader>
          <ColumnHeader className={`w-24 ${NUMBERS}`}>Failed</ColumnHeader>
          <ColumnHeader className="w-13" hideLabel>
            Actions
          </ColumnHeader>
        </TableHead>
        <TableBody>
          {webhooks.map((webhook) => (
            <Row key={webhook.id} webhook={webhook} onAct={(deed) => act(deed, webhook)} />
          ))}
        </TableBody>
      </Table>
      {dialog}
    </>
  );
}

function Row({ webhook, onAct }: { webhook: WebhookView; onAct: (deed: WebhookDeed) => void }) {
  const { id, name, events, isReadable, latest } = webhook;
  const nameId = useId();
  const deeds = deedsOf(webhook, useWebhooks().role);
  return (
    <TableRow aria-labelledby={nameId} className="h-17 stacked:h-auto">
      <RowHeader className="min-w-0 stacked:pe-10">
        <NextLink
          id={nameId}
          href={webhookAddress(id)}
          prefetch={false}
          title={name}
          className="block min-h-6 truncate rounded-sm font-medium underline-offset-3 hover:underline"
        >
          {name}
        </NextLink>
        <Address webhook={webhook} className="block truncate text-sm text-text-muted" />
      </RowHeader>
      <Cell label="Events">
        {events.includes("*") ? (
          <span className="text-sm">{events.length > 1 ? "All, and API keys" : "All but API keys"}</span>
        ) : (
          <ScopeList scopes={events} />
        )}
      </Cell>
      <Cell label="State">
        <State webhook={webhook} />
      </Cell>
      {isReadable ? (
        <>
          <Cell label="Last delivery">
            {latest?.at ? <RelativeTime value={latest.at} isPast /> : <Nothing>Never</Nothing>}
          </Cell>
          <Cell label="Failed" className={NUMBERS}>
            {latest && latest.tried > 0 ? <Share {...latest} /> : <Nothing>—</Nothing>}
          </Cell>
        </>
      ) : (
        <>
          <Cell label="Last delivery">
            <Hint content="Your role cannot read all that it tells of." className="text-text-muted">
              Not shown
            </Hint>
          </Cell>
          <Cell label="Failed" className={NUMBERS}>
            <Nothing>—</Nothing>
          </Cell>
        </>
      )}
      <Cell className="stacked:absolute stacked:end-4 stacked:top-3">
        {deeds.length > 0 ? <WebhookMenu name={name} deeds={deeds} onChoose={onAct} /> : null}
      </Cell>
    </TableRow>
  );
}

function Share({ tried, failed }: LatestDeliveries) {
  return (
    <Hint
      content={`${failed} of the latest ${tried} failed when last tried`}
      className={failed > 0 ? "text-danger-text" : undefined}
    >
      {Math.round((100 * failed) / tried)}%
    </Hint>
  );
}

function Nothing({ children }: { children: string }) {
  return <span className="text-text-muted">{children}</span>;
}
