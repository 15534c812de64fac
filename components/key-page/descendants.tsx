import { StatusBadge } from "@/components/api-keys/status-badge";
import { UsedAt } from "@/components/api-keys/used-at";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { Cell, ColumnHeader, RowHeader, Table, TableBody, TableHead, TableRow } from "@/components/ui/table";
import type { MadeKey } from "@/lib/usage/evidence";
import { keyAddress } from "./page-state";

/** The living keys that a key made, those used last first: what revoking it would leave behind. */
export function Descendants({ keys, others }: { keys: MadeKey[]; others: number }) {
  return (
    <Card
      title="Keys that it made"
      description="They live on when this one ends, unless you revoke them with it"
    >
      <Table label="Keys that it made">
        <TableHead>
          <ColumnHeader>Name</ColumnHeader>
          <ColumnHeader>Key</ColumnHeader>
          <ColumnHeader>Status</ColumnHeader>
          <ColumnHeader>Last used</ColumnHeader>
        </TableHead>
        <TableBody>
          {keys.map(({ id, name, key_prefix, last_four, status, last_used_at }) => (
            <TableRow key={id}>
              <RowHeader className="wrap-anywhere">
                <Link href={keyAddress(id)} prefetch={false}>
                  {name}
                </Link>
              </RowHeader>
              <Cell label="Key" className="font-mono text-xs whitespace-nowrap">
                {key_prefix}…{last_four}
              </Cell>
              <Cell label="Status">
                <StatusBadge status={status} />
              </Cell>
              <Cell label="Last used">
                <UsedAt at={last_used_at} />
              </Cell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {others > 0 ? (
        <p className="text-sm text-text-muted">and {others.toLocaleString("en-US")} more</p>
      ) : null}
    </Card>
  );
}
