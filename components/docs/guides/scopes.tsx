import { Code } from "@/components/ui/code";
import { Link } from "@/components/ui/link";
import { Cell, ColumnHeader, RowHeader, Table, TableBody, TableHead, TableRow } from "@/components/ui/table";
import { ROLE_NAMES, ROLES } from "@/lib/access/roles";
import { type BroadScope, isBroad, SCOPE_NAMES, SCOPES, type Scope } from "@/lib/access/scopes";
import type { Facts } from "../guides";
import { Bullets, Section, Text } from "../prose";
import type { Resource } from "../reference";

export function Scopes({ resources }: Facts) {
  return (
    <>
      <Section id="all-scopes" title="All scopes">
        <Table label="All scopes">
          <TableHead>
            <ColumnHeader>Scope</ColumnHeader>
            <ColumnHeader>Allows to</ColumnHeader>
            <ColumnHeader>Opens</ColumnHeader>
          </TableHead>
          <TableBody>
            {SCOPE_NAMES.map((scope) => (
              <TableRow key={scope}>
                <RowHeader className="align-top whitespace-nowrap">
                  <Code>{scope}</Code>
                </RowHeader>
                <Cell className="align-top">{SCOPES[scope].description}</Cell>
                <Cell className="align-top text-text-muted">
                  <Opens scope={scope} resources={resources} />
                </Cell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Section>
      <Section id="rules" title="How scopes work">
        <Bullets>
          <li>Write never implies read. A program that does both needs both.</li>
          <li>
            <Code>read</Code> stands for every <Code>…:read</Code>, <Code>write</Code> for every{" "}
            <Code>…:write</Code>. They are kept for older programs; prefer the narrow ones.
          </li>
          <li>
            <Code>*</Code> is everything, and the only scope that manages API keys.
          </li>
          <li>
            <Code>bulk:write</Code> opens <Code>/bulk</Code>; each operation inside still needs its own write
            scope.
          </li>
          <li>Every key may look at itself, rotate itself and revoke itself, whatever its scopes.</li>
        </Bullets>
      </Section>
      <Section id="roles" title="The role of the owner">
        <Text>
          A key has an owner, at first the person who made it. It can do what its scopes and the owner’s role
          both allow, judged anew at each call: a person who loses a right loses it for their keys too.
        </Text>
        <Table label="Roles">
          <TableHead>
            <ColumnHeader>Role</ColumnHeader>
            <ColumnHeader>Scopes</ColumnHeader>
          </TableHead>
          <TableBody>
            {ROLE_NAMES.map((role) => (
              <TableRow key={role}>
                <RowHeader>{ROLES[role].label}</RowHeader>
                <Cell>
                  <span className="flex flex-wrap gap-1">
                    {ROLES[role].scopes.map((scope) => (
                      <Code key={scope}>{scope}</Code>
                    ))}
                  </span>
                </Cell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Section>
    </>
  );
}

/** The operations that ask for a scope; of a broad one, what it stands for. */
function Opens({ scope, resources }: { scope: Scope; resources: Resource[] }) {
  const operations = resources.flatMap(({ slug, operations }) =>
    operations.filter(({ scopes }) => scopes?.includes(scope)).map((operation) => ({ slug, ...operation })),
  );
  return (
    <div className="min-w-0">
      {isBroad(scope) ? <p>{COVERED[scope]}</p> : null}
      <ul>
        {operations.map(({ slug, id, summary }) => (
          <li key={id}>
            <Link href={`/docs/reference/${slug}#${id}`} prefetch={false}>
              {summary}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}

const COVERED: Record<BroadScope, string> = {
  read: "What all of the read scopes open",
  write: "What all of the write scopes open",
  "*": "What all scopes open, and what only this one does:",
};
