import NextLink from "next/link";
import { NUMBERS } from "@/components/key-page/numbers";
import { Badge } from "@/components/ui/badge";
import { classNames } from "@/components/ui/class-names";
import { Cell, ColumnHeader, RowHeader, Table, TableBody, TableHead, TableRow } from "@/components/ui/table";
import { RelativeTime } from "@/components/ui/time";
import { Hint } from "@/components/ui/tooltip";
import type { DeliveryView } from "@/lib/webhooks/delivery-view";
import { deliveryAddress } from "./delivery-address";
import { DeliveryStatusBadge, NextAttempt } from "./delivery-status";
import { answerText, SHORT_ERRORS, standingOf, tookText } from "./delivery-text";
import { ResendButton } from "./resend-button";

/** The deliveries of a webhook, the newest first. */
export function DeliveryTable({
  deliveries,
  isOff,
  canResend,
}: {
  deliveries: DeliveryView[];
  /** Whether the webhook sends nothing for the time being. */
  isOff: boolean;
  canResend: boolean;
}) {
  return (
    <Table label="Deliveries" isWide>
      <TableHead>
        <ColumnHeader>Event</ColumnHeader>
        <ColumnHeader className="w-34">Status</ColumnHeader>
        <ColumnHeader className="w-36">Answer</ColumnHeader>
        <ColumnHeader className={`w-20 ${NUMBERS}`}>Attempts</ColumnHeader>
        <ColumnHeader className={`w-18 ${NUMBERS}`}>Took</ColumnHeader>
        <ColumnHeader className="w-30">Created</ColumnHeader>
        <ColumnHeader className="w-32">Next attempt</ColumnHeader>
        {canResend ? (
          <ColumnHeader className="w-13" hideLabel>
            Resend
          </ColumnHeader>
        ) : null}
      </TableHead>
      <TableBody>
        {deliveries.map((delivery) => (
          <Row key={delivery.id} delivery={delivery} isOff={isOff} canResend={canResend} />
        ))}
      </TableBody>
    </Table>
  );
}

function Row({ delivery, isOff, canResend }: { delivery: DeliveryView; isOff: boolean; canResend: boolean }) {
  const { status, attempts, last_status_code, last_error, last_duration_ms, next_attempt_at } = delivery;
  return (
    <TableRow className="h-13 stacked:h-auto">
      <RowHeader className="min-w-0 stacked:pe-10">
        <span className="flex min-w-0 items-center gap-2">
          <NextLink
            href={deliveryAddress(delivery)}
            prefetch={false}
            title={delivery.event_type}
            className="truncate rounded-sm font-mono text-xs leading-6 underline-offset-3 hover:underline"
          >
            {delivery.event_type}
          </NextLink>
          {delivery.test ? <Badge>Test</Badge> : null}
        </span>
      </RowHeader>
      <Cell label="Status">
        <DeliveryStatusBadge delivery={delivery} />
      </Cell>
      <Cell label="Answer" className="text-sm">
        {last_status_code === null && last_error !== null ? (
          <Hint content={answerText(delivery)} className="whitespace-nowrap">
            {SHORT_ERRORS[last_error]}
          </Hint>
        ) : (
          <span className="tabular-nums">{last_status_code ?? "—"}</span>
        )}
      </Cell>
      <Cell label="Attempts" className={NUMBERS}>
        {attempts}
      </Cell>
      <Cell label="Took" className={`whitespace-nowrap ${NUMBERS}`}>
        {last_duration_ms === null ? "—" : tookText(last_duration_ms)}
      </Cell>
      <Cell label="Created" className="whitespace-nowrap">
        <RelativeTime value={delivery.created_at} isPast />
      </Cell>
      <Cell
        label="Next attempt"
        className={classNames("whitespace-nowrap", next_attempt_at ? null : "stacked:hidden")}
      >
        <NextAttempt at={next_attempt_at} isOff={isOff} />
      </Cell>
      {canResend ? (
        <Cell className="text-end stacked:absolute stacked:end-3 stacked:top-3">
          {status === "failed" || standingOf(delivery) === "retrying" ? (
            <ResendButton delivery={delivery} isIcon />
          ) : null}
        </Cell>
      ) : null}
    </TableRow>
  );
}
