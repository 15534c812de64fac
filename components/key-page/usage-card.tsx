import { Card } from "@/components/ui/card";
import { Fold } from "@/components/ui/fold";
import { LinkTabs } from "@/components/ui/link-tabs";
import { Cell, ColumnHeader, RowHeader, Table, TableBody, TableHead, TableRow } from "@/components/ui/table";
import { dayText } from "@/components/ui/time-text";
import type { DayOfUse } from "@/lib/usage/evidence";
import { FirstCall } from "./first-call";
import { NUMBERS } from "./numbers";
import { OUTCOME_LABELS, outcomesOf } from "./outcome-labels";
import { type PageState, windowsOf } from "./page-state";
import { UsageChart } from "./usage-chart";

/** How many requests a key made by day and outcome, as a chart and as a table. */
export function UsageCard({
  id,
  state,
  total,
  afterDeath,
  days,
  firstCall,
}: {
  id: string;
  state: PageState;
  /** While the key lived. */
  total: number;
  afterDeath: number;
  days: DayOfUse[];
  /** A line that calls the API with the key, for one that works and never did. */
  firstCall: string | null;
}) {
  const ended = afterDeath > 0 ? ` and ${afterDeath.toLocaleString("en-US")} after its end` : "";
  return (
    <Card
      title="Requests"
      description={`${total.toLocaleString("en-US")}${ended} in the last ${state.days} days, by day in UTC`}
    >
      <LinkTabs label="Days shown" items={windowsOf(id, state)} />
      {total + afterDeath > 0 ? (
        <UsageDays state={state} days={days} />
      ) : firstCall ? (
        <FirstCall line={firstCall} />
      ) : (
        <p className="text-text-muted">There were none in these days.</p>
      )}
    </Card>
  );
}

function UsageDays({ state, days }: { state: PageState; days: DayOfUse[] }) {
  const outcomes = outcomesOf(days);
  return (
    <>
      <UsageChart key={state.days} days={days} />
      <Fold title="As a table">
        <Table label="Requests by day">
          <TableHead>
            <ColumnHeader>Day</ColumnHeader>
            {outcomes.map((outcome) => (
              <ColumnHeader key={outcome} className={NUMBERS}>
                {OUTCOME_LABELS[outcome].label}
              </ColumnHeader>
            ))}
          </TableHead>
          <TableBody>
            {days.toReversed().map((day) => (
              <TableRow key={day.date.getTime()}>
                <RowHeader>{dayText(day.date.getTime(), "UTC")}</RowHeader>
                {outcomes.map((outcome) => (
                  <Cell key={outcome} label={OUTCOME_LABELS[outcome].label} className={NUMBERS}>
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
