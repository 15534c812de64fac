import { Badge } from "@/components/ui/badge";
import { Cell, ColumnHeader, RowHeader, Table, TableBody, TableHead, TableRow } from "@/components/ui/table";
import { Day, RelativeTime } from "@/components/ui/time";
import { ROLES } from "@/lib/access/roles";
import type { Member } from "@/lib/members/member";
import type { MemberActions } from "./member-actions";
import { MemberMenu } from "./member-menu";

/** The present members, or the former ones. */
export function MemberTable({
  members,
  isFormer,
  selfId,
  actions,
}: {
  members: Member[];
  isFormer: boolean;
  selfId: string;
  actions: Pick<MemberActions, "changeRole" | "restore">;
}) {
  return (
    <Table label={isFormer ? "Former members" : "Members"}>
      <TableHead>
        <ColumnHeader>Name</ColumnHeader>
        <ColumnHeader>Role</ColumnHeader>
        <ColumnHeader>{isFormer ? "Removed" : "Since"}</ColumnHeader>
        <ColumnHeader>Last sign-in</ColumnHeader>
        <ColumnHeader>Living keys</ColumnHeader>
        <ColumnHeader hideLabel>Actions</ColumnHeader>
      </TableHead>
      <TableBody>
        {members.map((member) => (
          <TableRow key={member.id}>
            <RowHeader className="stacked:pe-10">
              <span className="flex flex-wrap items-center gap-x-2">
                <span className="font-medium wrap-anywhere">{member.name}</span>
                {member.id === selfId ? <Badge>You</Badge> : null}
              </span>
              <span className="block text-sm text-text-muted wrap-anywhere">{member.email}</span>
            </RowHeader>
            <Cell label="Role" className="whitespace-nowrap">
              {ROLES[member.role].label}
            </Cell>
            <Cell label={isFormer ? "Removed" : "Since"} className="whitespace-nowrap">
              <Day value={member.disabled_at ?? member.created_at} />
            </Cell>
            <Cell label="Last sign-in" className="whitespace-nowrap">
              {member.last_sign_in ? <RelativeTime value={member.last_sign_in} isPast /> : "Never"}
            </Cell>
            <Cell label="Living keys">{member.keys}</Cell>
            <Cell className="text-end stacked:absolute stacked:end-3 stacked:top-3">
              <MemberMenu member={member} isSelf={member.id === selfId} actions={actions} />
            </Cell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
