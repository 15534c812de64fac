import { Badge, type BadgeTone } from "@/components/ui/badge";
import { Cell, ColumnHeader, RowHeader, Table, TableBody, TableHead, TableRow } from "@/components/ui/table";
import { RelativeTime } from "@/components/ui/time";
import { ROLES } from "@/lib/access/roles";
import type { InvitationState, ListedInvitation } from "@/lib/members/member";
import type { MemberActions } from "./member-actions";
import { WithdrawButton } from "./withdraw-button";

/** All invitations, newest first. */
export function InvitationTable({
  invitations,
  revoke,
}: {
  invitations: ListedInvitation[];
  revoke: MemberActions["revokeInvitation"];
}) {
  return (
    <Table label="Invitations">
      <TableHead>
        <ColumnHeader>E-mail</ColumnHeader>
        <ColumnHeader>Role</ColumnHeader>
        <ColumnHeader>State</ColumnHeader>
        <ColumnHeader>Invited</ColumnHeader>
        <ColumnHeader>By</ColumnHeader>
        <ColumnHeader hideLabel>Withdraw</ColumnHeader>
      </TableHead>
      <TableBody>
        {invitations.map((row) => (
          <TableRow key={row.id}>
            <RowHeader className="font-medium wrap-anywhere">{row.email}</RowHeader>
            <Cell label="Role" className="whitespace-nowrap">
              {ROLES[row.role].label}
            </Cell>
            <Cell label="State">
              <State row={row} />
            </Cell>
            <Cell label="Invited" className="whitespace-nowrap">
              <RelativeTime value={row.created_at} isPast />
            </Cell>
            <Cell label="By" className="wrap-anywhere">
              {row.invited_by}
            </Cell>
            <Cell className="text-end stacked:empty:hidden">
              {row.state === "open" || row.state === "void" ? (
                <WithdrawButton id={row.id} email={row.email} revoke={revoke} />
              ) : null}
            </Cell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function State({ row }: { row: ListedInvitation }) {
  const { label, tone } = STATES[row.state];
  return (
    <span>
      <Badge tone={tone} dot>
        {label}
      </Badge>
      {row.state === "open" ? (
        <span className="block text-sm whitespace-nowrap text-text-muted">
          ends <RelativeTime value={row.expires_at} />
        </span>
      ) : null}
      {row.state === "void" ? (
        <span className="block text-sm text-text-muted">whoever invited is no longer an admin</span>
      ) : null}
    </span>
  );
}

const STATES: Record<InvitationState, { label: string; tone: BadgeTone }> = {
  open: { label: "Open", tone: "info" },
  void: { label: "Void", tone: "warning" },
  expired: { label: "Expired", tone: "neutral" },
  withdrawn: { label: "Withdrawn", tone: "neutral" },
  accepted: { label: "Accepted", tone: "success" },
};
