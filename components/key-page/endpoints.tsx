import { Card } from "@/components/ui/card";
import { Cell, ColumnHeader, RowHeader, Table, TableBody, TableHead, TableRow } from "@/components/ui/table";
import { UNKNOWN } from "@/lib/usage/call";
import { NUMBERS } from "./numbers";

const SHOWN = 20;

/** What a key called, the most called first. */
export function Endpoints({
  endpoints,
  days,
}: {
  endpoints: { method: string; path: string; calls: number }[];
  days: number;
}) {
  const rest = endpoints.length - SHOWN;
  return (
    <Card title="Endpoints" description={`What was called in the last ${days} days`}>
      {endpoints.length === 0 ? (
        <p className="text-text-muted">Nothing was called.</p>
      ) : (
        <Table label="Endpoints">
          <TableHead>
            <ColumnHeader>Endpoint</ColumnHeader>
            <ColumnHeader className={NUMBERS}>Calls</ColumnHeader>
          </TableHead>
          <TableBody>
            {endpoints.slice(0, SHOWN).map(({ method, path, calls }) => (
              <TableRow key={`${method} ${path}`}>
                <RowHeader className="font-mono text-xs wrap-anywhere">
                  {method} {pathText(path)}
                </RowHeader>
                <Cell label="Calls" className={NUMBERS}>
                  {calls.toLocaleString("en-US")}
                </Cell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
      {rest > 0 ? <p className="text-sm text-text-muted">and {rest} more</p> : null}
    </Card>
  );
}

/** The template of a path as people read it. */
export function pathText(path: string): string {
  return path === UNKNOWN ? "an unknown path" : path;
}
