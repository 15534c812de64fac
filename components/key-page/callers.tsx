import { Card } from "@/components/ui/card";
import { Cell, ColumnHeader, RowHeader, Table, TableBody, TableHead, TableRow } from "@/components/ui/table";
import { RelativeTime } from "@/components/ui/time";
import { OTHER, UNKNOWN } from "@/lib/usage/call";
import type { Caller } from "@/lib/usage/evidence";
import { NUMBERS } from "./numbers";

const SHOWN = 20;

/** From where and by which programs a key was used, the busiest first. */
export function Callers({ callers, days }: { callers: Caller[]; days: number }) {
  return (
    <Card title="Callers" description={`Addresses and programs of the last ${days} days`}>
      {callers.length === 0 ? (
        <p className="text-text-muted">Nobody called.</p>
      ) : (
        <Table label="Callers">
          <TableHead>
            <ColumnHeader>Address</ColumnHeader>
            <ColumnHeader>Program</ColumnHeader>
            <ColumnHeader className={NUMBERS}>Calls</ColumnHeader>
            <ColumnHeader>Last seen</ColumnHeader>
          </TableHead>
          <TableBody>
            {callers.slice(0, SHOWN).map((caller) => (
              <TableRow key={`${caller.address} ${caller.user_agent}`}>
                <RowHeader className="wrap-anywhere">{addressText(caller.address)}</RowHeader>
                <Cell label="Program">{caller.user_agent || "—"}</Cell>
                <Cell label="Calls" className={NUMBERS}>
                  <span>
                    {(caller.calls + caller.after_death).toLocaleString("en-US")}
                    {caller.after_death > 0 ? (
                      <span className="block text-xs text-danger-text">
                        {caller.after_death.toLocaleString("en-US")} refused: the key did not work
                      </span>
                    ) : null}
                  </span>
                </Cell>
                <Cell label="Last seen">
                  <RelativeTime value={caller.last_seen} isPast />
                </Cell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
      {callers.length > SHOWN ? <p className="text-sm text-text-muted">and others, who called less</p> : null}
    </Card>
  );
}

/** An address as people read it. */
export function addressText(address: string): string {
  if (address === OTHER) return "Other addresses";
  return address === UNKNOWN ? "Unknown address" : address;
}
