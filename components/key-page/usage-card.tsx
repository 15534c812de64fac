import { Card } from "@/components/ui/card";
import { Fold } from "@/components/ui/fold";
import { LinkTabs } from "@/components/ui/link-tabs";
import { Cell, ColumnHeader, RowHeader, Table, TableBody, TableHead, TableRow } from "@/components/ui/table";
import { dayText } from "@/components/ui/time-text";
import type { DayOfUse } from "@/lib/usage/evidence";
import { OUTCOME_LABELS } from "./outcome-labels";
import { type PageState, windowsOf } from "./page-state";
import { UsageChart } from "./usage-chart";

const COLUMNS = ["ok", "client_error", "server_error", "rate_limited"] as const;

/** How many requests a key made by day and outcome, as a chart and as a table. */
export function UsageCard({
  id,
  state,
  total,
  days,
}: {
  id: string;
  state: PageState;
  total: number;
  days: DayOfUse[];
}) {
  return (
    <Card
      title="Requests"
      description={`${total.toLocaleString("en-US")} in the last ${state.days} days, by day in UTC`}
    >
      <LinkTabs label="Days shown" items={windowsOf(id, state)} />
      {total === 0 ? (
        <p className="text-text-muted">
          There were none. Whatever calls with the key shows here within seconds, day by day.
        </p>
      ) : (
        <UsageDays state={state} days={days} />
      )}
    </Card>
  );
}

function UsageDays({ state, days }: { state: PageState; days: DayOfUse[] }) {
  return (
    <>
      <UsageChart key={state.days} days={days} />
      <Fold title="As a table">
        <Table label="Requests by day">
          <TableHead>
            <ColumnHeader>Day</ColumnHeader>
            {COLUMNS.map((outcome) => (
              <ColumnHeader key={outcome}>{OUTCOME_LABELS[outcome].label}</ColumnHeader>
            ))}
          </TableHead>
          <TableBody>
            {days.toReversed().map((day) => (
              <TableRow key={day.date.getTime()}>
                <RowHeader>{dayText(day.date.getTime(), "UTC")}</RowHeader>
                {COLUMNS.map((outcome) => (
                  <Cell key={outcome} label={OUTCOME_LABELS[outcome].label}>
                    {day[outcome].toLocaleString("en-US")}
                  </Cell>
                ))}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Fold>
    </>
  );
}
