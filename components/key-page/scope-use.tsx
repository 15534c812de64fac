import { deedsOf } from "@/components/api-keys/deeds";
import type { KeySummary } from "@/components/api-keys/key-summary";
import { UsedAt } from "@/components/api-keys/used-at";
import { Card } from "@/components/ui/card";
import { Code } from "@/components/ui/code";
import { Cell, ColumnHeader, RowHeader, Table, TableBody, TableHead, TableRow } from "@/components/ui/table";
import { isBroad, isScope, SCOPES } from "@/lib/access/scopes";
import { UNUSED_DAYS } from "@/lib/usage/evidence";
import { DropScopes } from "./drop-scopes";
import { type ScopeUse, unusedScopes } from "./unused-scopes";

/** What a key may do, and when it last did it: what it could do without. */
export function ScopeUses({
  row,
  uses,
  given,
  now,
}: {
  row: KeySummary;
  uses: (ScopeUse & { allowed: boolean })[];
  /** Those that the key has for less than 60 days. */
  given: string[];
  now: Date;
}) {
  const broad = row.scopes.filter((scope) => isScope(scope) && isBroad(scope));
  const lost = uses.filter(({ allowed }) => !allowed);
  const unused = unusedScopes(row, uses, given, now);
  return (
    <Card
      title="Scopes"
      description={
        broad.length > 0 ? (
          <>
            Given as{" "}
            {row.scopes.map((scope, index) => (
              <span key={scope}>
                {index > 0 ? ", " : ""}
                <Code>{scope}</Code>
              </span>
            ))}
            , which comes to these.
          </>
        ) : (
          "What the key may do, and when it last did."
        )
      }
    >
      <UseTable label="Scopes" uses={uses.filter(({ allowed }) => allowed)} />
      {deedsOf(row).includes("edit") ? (
        unused.drop ? (
          <>
            {given.length > 0 ? (
              <p className="text-sm text-text-muted">
                What the key was given within the last {UNUSED_DAYS} days stays.
              </p>
            ) : null}
            <DropScopes row={row} {...unused} />
          </>
        ) : (
          <p className="text-sm text-text-muted">{WHY_NOT[unused.why]}</p>
        )
      ) : null}
      {lost.length > 0 ? (
        <section aria-label="No longer allowed">
          <h3 className="mb-1 text-sm font-medium">No longer allowed</h3>
          <UseTable label="Scopes no longer allowed" uses={lost} />
        </section>
      ) : null}
    </Card>
  );
}

function UseTable({ label, uses }: { label: string; uses: ScopeUse[] }) {
  return (
    <Table label={label}>
      <TableHead>
        <ColumnHeader>Scope</ColumnHeader>
        <ColumnHeader>Last used</ColumnHeader>
      </TableHead>
      <TableBody>
        {uses.map(({ scope, last_used_at }) => (
          <TableRow key={scope}>
            <RowHeader>
              <Code className="text-xs">{scope}</Code>{" "}
              <span className="text-sm text-text-muted">
                {scope === "*" ? "Manage API keys" : isScope(scope) ? SCOPES[scope].description : ""}
              </span>
            </RowHeader>
            <Cell label="Last used">
              <UsedAt at={last_used_at} />
            </Cell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

const WHY_NOT = {
  "too young": `Once the key is ${UNUSED_DAYS} days old, what it never used can be dropped here.`,
  "all used": `Every scope was used, or given to the key, within the last ${UNUSED_DAYS} days.`,
  "none used": `No scope was used within the last ${UNUSED_DAYS} days. If nothing needs the key, disable or revoke it.`,
};
